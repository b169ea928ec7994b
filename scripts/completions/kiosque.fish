# fish completion for indexer and searcher. It asks the programs for their --help, so that it always
# knows what they know.

function __kiosque_subcommands
    $argv --help 2>/dev/null | sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\)[ ,][, a-z-]*  \(.*\)/\1\t\2/p'
end

# The program and the subcommands typed so far.
function __kiosque_command
    set -l words (commandline -opc)
    set -l command $words[1]
    for word in $words[2..-1]
        if __kiosque_subcommands $command | string match -q -- "$word"\t'*'
            set -a command $word
        end
    end
    printf '%s\n' $command
end

function __kiosque_words
    __kiosque_subcommands (__kiosque_command)
end

function __kiosque_options
    set -l command (__kiosque_command)
    $command --help 2>/dev/null | sed -nE 's/^  (-[A-Za-z],)?(--[a-z][a-z-]*)([^ ]| [^ ])*( {2,}(.*))?$/\2\t\5/p'
end

# The values an option takes, where its help lists them: {a,b} or a|b.
function __kiosque_values
    set -l option (commandline -opc)[-1]
    string match -q -- '--*' $option; or return 1
    set -l command (__kiosque_command)
    set -l values ($command --help 2>/dev/null | sed -nE "s/^  (-[A-Za-z],)?$option (TEXT:)?\{?([a-z-]+([,|][a-z-]+)+)\}?([= ].*)?\$/\3/p" | string split -n ',' | string split -n '|')
    test (count $values) -gt 0; and printf '%s\n' $values
end

for program in indexer searcher
    complete -c $program -f -n __kiosque_values -a '(__kiosque_values)'
    complete -c $program -n 'not __kiosque_values' -a '(__kiosque_words)'
    complete -c $program -n 'string match -q -- "-*" (commandline -ct)' -a '(__kiosque_options)'
end
