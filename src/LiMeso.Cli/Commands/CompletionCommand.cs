using System.CommandLine;
using LiMeso.Cases.Running;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso completion</c>: scripts with which a shell completes commands, options, names and keys by asking the program itself.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> _scripts = new()
    {
        ["bash"] = """
            # limeso completion for bash:  source <(limeso completion bash)
            _limeso() {
                local line=${COMP_LINE:0:COMP_POINT} word found=()
                word=${line##*[[:space:]]}
                mapfile -t found < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
                # options only when one is begun, so that an empty word completes to files
                [[ $word == -* ]] || found=("${found[@]/#-*/}")
                mapfile -t COMPREPLY < <(compgen -W "${found[*]}" -- "$word")
                # bash breaks words at '=', so it wants only what comes after
                [[ $word != *=* ]] || COMPREPLY=("${COMPREPLY[@]#"${word%%=*}="}")
                [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
            }
            complete -o default -F _limeso limeso ./limeso
            """,
        ["zsh"] = """
            #compdef limeso
            # limeso completion for zsh:  source <(limeso completion zsh)
            _limeso() {
                local line="${words[1,CURRENT]}" word="${words[CURRENT]}"
                local -a found
                found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
                [[ $word == -* ]] || found=("${(@)found:#-*}")
                found=("${(@)found:#}")
                if (( ${#found} )); then compadd -S '' -a found; else _files; fi
            }
            compdef _limeso limeso ./limeso
            """,
        ["fish"] = """
            # limeso completion for fish:  limeso completion fish | source
            function __limeso
                set -l line (commandline -cp)
                set -l word (commandline -ct)
                set -l program (commandline -poc)[1]
                for found in ($program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                    string match -q -- '-*' "$found"; and not string match -q -- '-*' "$word"; or echo $found
                end
            end
            complete -c limeso -a '(__limeso)'
            """,
    };

    public static Command Create()
    {
        Argument<string> shell = new("SHELL") { Description = $"{string.Join(", ", _scripts.Keys)}." };
        shell.CompletionSources.Add(_ => _scripts.Keys);
        var command = new LimesoCommand("completion", "Print a script with which the shell completes commands, names and keys.")
        {
            Group = "Reference",
            Examples =
            [
                ("source <(limeso completion bash)", "for this shell; put the line into ~/.bashrc for all"),
                ("source <(limeso completion zsh)", "the same for zsh, in ~/.zshrc"),
                ("limeso completion fish > ~/.config/fish/completions/limeso.fish", "for fish"),
            ],
        };
        command.Add(shell);
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(shell);
            if (!_scripts.TryGetValue(name, out string? script))
                throw new InputException(null, $"no completion for the shell '{name}'", Suggestion.For(name, _scripts.Keys));
            Console.Out.WriteLine(script);
            return ExitCodes.Done;
        });
        return command;
    }
}
