# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of coroscope for bash.

# The ids of the lessons, one a line.
_coroscope_lessons() {
    "${1:-coroscope}" list --format json 2>/dev/null | grep -oP '"id": *"\K[^"]+'
}

# The options of a command, from its help.
_coroscope_options() {
    if [[ -n $2 ]]; then
        "$1" "$2" --help 2>/dev/null | grep -oP '^  \K--[a-z]+'
    else
        printf '%s\n' --lesson --set --lang --theme --present --version
    fi
    echo --help
}

_coroscope() {
    local cur prev words cword command=
    _init_completion -n =: || return
    local commands='list run replay table stats explain export convert site'
    [[ $cword -gt 1 && " $commands " == *" ${words[1]} "* ]] && command=${words[1]}
    case $prev in
        --output | --frames | --python | --add) _filedir; return ;;
        --format)
            case $command in
                list | stats) mapfile -t COMPREPLY < <(compgen -W 'text json' -- "$cur") ;;
                convert) mapfile -t COMPREPLY < <(compgen -W 'chrome stream' -- "$cur") ;;
                table) mapfile -t COMPREPLY < <(compgen -W 'markdown csv html latex' -- "$cur") ;;
                *) mapfile -t COMPREPLY < <(compgen -W 'text jsonl chrome stream' -- "$cur") ;;
            esac
            return ;;
        --lang) mapfile -t COMPREPLY < <(compgen -W 'en fr' -- "$cur"); return ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W 'light dark print' -- "$cur"); return ;;
        --axis) mapfile -t COMPREPLY < <(compgen -W 'clock steps' -- "$cur"); return ;;
        --clock) mapfile -t COMPREPLY < <(compgen -W 'virtual real' -- "$cur"); return ;;
        --compute) mapfile -t COMPREPLY < <(compgen -W 'measured free' -- "$cur"); return ;;
        --preset) mapfile -t COMPREPLY < <(compgen -W 'slide-16:9 slide-4:3 column' -- "$cur"); return ;;
        --with) mapfile -t COMPREPLY < <(compgen -W 'legend table console notes' -- "$cur"); return ;;
        --compare) mapfile -t COMPREPLY < <(compgen -W "$(_coroscope_lessons "$1")" -- "$cur"; compgen -f -- "$cur"); return ;;
        --lesson) mapfile -t COMPREPLY < <(compgen -W "$(_coroscope_lessons "$1")" -- "$cur"); return ;;
        --set | --until | --slot | --at | --from | --to | --lanes | --title | --size | --scale | --speed | --block) return ;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_coroscope_options "$1" "$command")" -- "$cur")
        return
    fi
    case $command in
        run | table | stats | explain | export)
            mapfile -t COMPREPLY < <(compgen -W "$(_coroscope_lessons "$1")" -- "$cur")
            [[ ${#COMPREPLY[@]} -gt 0 ]] || _filedir '@(json|py)' ;;
        replay | convert) _filedir json ;;
        site) _filedir -d ;;
        list) ;;
        *)
            _filedir json
            [[ $cword -gt 1 ]] || mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$commands" -- "$cur") ;;
    esac
}
complete -F _coroscope coroscope
