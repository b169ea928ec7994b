#compdef indexer searcher
# zsh completion for indexer and searcher. It asks the programs for their --help, so that it always
# knows what they know.

_kiosque_subcommands() {
  "$@" --help 2>/dev/null | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\)[ ,][, a-z-]*  \(.*\)/\1:\2/p'
}

_kiosque_options() {
  "$@" --help 2>/dev/null | sed -nE 's/^  (-[A-Za-z],)?(--[a-z][a-z-]*)([^ ]| [^ ])*( {2,}(.*))?$/\2:\5/p'
}

local -a command=($words[1]) subcommands options
local word
for word in $words[2,CURRENT-1]; do
  subcommands=(${(f)"$(_kiosque_subcommands $command)"})
  if (( ${subcommands[(I)$word:*]} )); then command+=($word); fi
done

case $words[CURRENT-1] in
  -i|--index) _path_files -/; return ;;
esac
if [[ $words[CURRENT] == -* ]]; then
  options=(${(f)"$(_kiosque_options $command)"})
  _describe option options
else
  subcommands=(${(f)"$(_kiosque_subcommands $command)"})
  (( $#subcommands )) && _describe command subcommands
  _files
fi
