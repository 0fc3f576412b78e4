/**
 * One script for each shell. Each asks `scorecard __complete` and shows what it answers: nothing of what is typed is
 * ever run or expanded, and to load a script again does no harm.
 */

const BASH = `# scorecard: completion for bash 4 and later; bash-completion is not needed
_scorecard() {
  local kind='' value about
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    if [[ -z $kind ]]; then
      kind=$value
    else
      COMPREPLY+=("$value")
    fi
  done < <(COMP_WORDBREAKS=$COMP_WORDBREAKS command scorecard __complete bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  case $kind in
    files) compopt -o default ;;
    folders) compopt -o dirnames ;;
  esac
  # An option that waits for its value, and a folder, go on without a space.
  if [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *[=/] ]]; then compopt -o nospace; fi
}
complete -F _scorecard scorecard
`;

const ZSH = `#compdef scorecard
# scorecard: completion for zsh
_scorecard() {
  local kind value about
  local -a typed values shown
  typed=("\${(@Q)words[1,CURRENT-1]}" "$words[CURRENT]")
  while IFS=$'\\t' read -r value about; do
    if [[ -z $kind ]]; then
      kind=$value
    else
      values+=("$value")
      shown+=("$value\${about:+  -- $about}")
    fi
  done < <(command scorecard __complete zsh -- "\${typed[@]}" 2>/dev/null)
  if (( $#values )); then
    compadd -l -d shown -a values
  elif [[ $kind == files ]]; then
    _files
  elif [[ $kind == folders ]]; then
    _files -/
  fi
}
if [[ \${funcstack[1]} == _scorecard ]]; then
  _scorecard "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _scorecard scorecard
fi
`;

const FISH = `# scorecard: completion for fish
function __scorecard_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l answer (command scorecard __complete fish -- $typed 2>/dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    if test (count $answer) -gt 0
        printf '%s\\n' $answer
    else if test "$kind" = files
        __fish_complete_path (commandline -ct)
    else if test "$kind" = folders
        __fish_complete_directories (commandline -ct) ''
    end
end
complete -c scorecard -e
complete -c scorecard -f -k -a '(__scorecard_complete)'
`;

const POWERSHELL = `# scorecard: completion for PowerShell 5.1 and later
Register-ArgumentCompleter -Native -CommandName scorecard -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
    if ($wordToComplete -eq '' -and $typed[-1] -ne '') { $typed += '""' }
    $answer = @(& scorecard __complete powershell '--' @typed 2>$null)
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        $shown = if ($value -match '[^\\w./:=@%+-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($shown, $value, 'ParameterValue', $about)
    }
}
`;

export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};
