# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of coroscope for fish.

function __coroscope_lessons
    coroscope list --format json 2>/dev/null | string match -rga '"id": *"([^"]+)"'
end

set -l commands list run replay table stats explain export convert site
set -l window "not __fish_seen_subcommand_from $commands"

complete -c coroscope -n "$window" -a list -d 'The lessons and their parameters'
complete -c coroscope -n "$window" -a run -d 'Runs a lesson'
complete -c coroscope -n "$window" -a replay -d 'Runs a scenario or reads a saved run'
complete -c coroscope -n "$window" -a table -d 'The job table'
complete -c coroscope -n "$window" -a stats -d 'Measures and diagnostics'
complete -c coroscope -n "$window" -a explain -d 'The run as sentences'
complete -c coroscope -n "$window" -a export -d 'A picture, or a page that plays the run'
complete -c coroscope -n "$window" -a convert -d 'Reads a trace and writes it again'
complete -c coroscope -n "$window" -a site -d 'Every lesson as a page'
complete -c coroscope -n "$window" -l lesson -x -a '(__coroscope_lessons)' -d 'Opens this lesson'
complete -c coroscope -n "$window" -l present -d 'Begins in presenter mode'
complete -c coroscope -n "$window" -l version -d 'Shows the version'
complete -c coroscope -l help -d 'Shows what there is'

complete -c coroscope -n "__fish_seen_subcommand_from run table stats explain export" -a '(__coroscope_lessons)'
complete -c coroscope -n "$window; or __fish_seen_subcommand_from run table stats explain export" -l set -x -d 'Sets a parameter: NAME=VALUE'
complete -c coroscope -n "$window; or __fish_seen_subcommand_from export" -l theme -x -a 'light dark print' -d 'The colours'
complete -c coroscope -n "$window; or __fish_seen_subcommand_from list stats explain export site" -l lang -x -a 'en fr' -d 'The language'
complete -c coroscope -n "__fish_seen_subcommand_from site" -l add -r -d 'A run besides'
complete -c coroscope -n "__fish_seen_subcommand_from $commands; and not __fish_seen_subcommand_from site" -l output -r -d 'Writes there'
complete -c coroscope -n "__fish_seen_subcommand_from list stats" -l format -x -a 'text json'
complete -c coroscope -n "__fish_seen_subcommand_from run replay" -l format -x -a 'text jsonl chrome stream console'
complete -c coroscope -n "__fish_seen_subcommand_from convert" -l format -x -a 'chrome stream'
complete -c coroscope -n "__fish_seen_subcommand_from table" -l format -x -a 'markdown csv html latex'
complete -c coroscope -n "__fish_seen_subcommand_from table" -l slot -x -d 'The length of a slot, in seconds'
set -l runs run table stats explain export
complete -c coroscope -n "__fish_seen_subcommand_from $runs" -l until -x -d 'Interrupts the run at this second'
complete -c coroscope -n "__fish_seen_subcommand_from $runs" -l clock -x -a 'virtual real' -d 'Sleeping takes no time, or its time'
complete -c coroscope -n "__fish_seen_subcommand_from $runs" -l compute -x -a 'measured free' -d 'Of a Python program'
complete -c coroscope -n "__fish_seen_subcommand_from $runs" -l block -x -d 'This line of a Python program blocks'
complete -c coroscope -n "__fish_seen_subcommand_from $runs" -l python -r -d 'The interpreter'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l compare -r -F -a '(__coroscope_lessons)' -d 'Draws these below'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l animate -d 'An SVG or PNG that moves'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l speed -x -d 'Of an animation'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l frames -r -d 'A PNG for each step'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l axis -x -a 'clock steps'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l size -x -d 'WxH'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l preset -x -a 'slide-16:9 slide-4:3 column'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l scale -x -d 'Pixels for a pixel'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l at -x -d 'As it is at this second'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l from -x -d 'Of another trace: from this second'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l to -x -d 'Of another trace: up to this second'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l lanes -x -d 'Of another trace: names, with commas between'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l title -x -d 'A title above it'
complete -c coroscope -n "__fish_seen_subcommand_from export" -l with -x -a 'legend table console notes'
