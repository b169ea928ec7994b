# bash completion for indexer and searcher. It asks the programs for their --help, so that it always
# knows what they know.

# Prints the help of a program or of one of its subcommands.
_kiosque_help() {
  "$@" --help 2>/dev/null
}

_kiosque_subcommands() {
  _kiosque_help "$@" | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\)[ ,].*/\1/p'
}

_kiosque_options() {
  _kiosque_help "$@" | grep -oE '^  (-[A-Za-z],)?--[a-z][a-z-]*' | grep -oE -- '--.*'
}

# Prints the values an option takes, where its help lists them: {a,b} or a|b.
_kiosque_values() {
  local option=$1
  shift
  _kiosque_help "$@" | sed -nE "s/^  (-[A-Za-z],)?$option (TEXT:)?\{?([a-z-]+([,|][a-z-]+)+)\}?([= ].*)?$/\3/p" | tr ',|' '\n\n'
}

_kiosque() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local -a command=("$1")
  local word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if _kiosque_subcommands "${command[@]}" | grep -qxF -e "$word"; then command+=("$word"); fi
  done

  COMPREPLY=()
  case $previous in
    -i | --index) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
    --*)
      mapfile -t COMPREPLY < <(compgen -W "$(_kiosque_values "$previous" "${command[@]}")" -- "$current")
      [ ${#COMPREPLY[@]} -eq 0 ] || return ;;
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_kiosque_options "${command[@]}")" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W "$(_kiosque_subcommands "${command[@]}")" -- "$current")
    [ ${#COMPREPLY[@]} -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _kiosque indexer searcher
