# awsenv for Windows PowerShell 5.1 and later: Tab.

# A word of the command line without its quotes and backticks; its closing quote may not be typed yet.
function global:__awsenv_unquote {
    param([string]$Word)
    if ($Word -match "^'") {
        return $Word -replace "^'", '' -replace "'\z", '' -replace "''", "'"
    }
    if ($Word -match '^"') {
        return $Word -replace '^"', '' -replace '"\z', '' -replace '""', '"' -replace '`(.)', '$1'
    }
    return $Word -replace '`(.)', '$1'
}

# The words before the one that is being typed, as awsenv knows them.
function global:__awsenv_before {
    param($Elements, [string]$Typed)
    $words = @(foreach ($element in $Elements) {
        $text = $element.Extent.Text -replace '^-r[a-z]*\z', '--region' -replace '^-u[a-z]*\z', '--unset'
        __awsenv_unquote ($text -replace '^-s(e[a-z]*)?\z', '--session')
    })
    # The word is the last on the line, unless the cursor was moved back to it. An empty word is not among the elements.
    if ($Typed -and $words.Count -gt 1) {
        $word = __awsenv_unquote $Typed
        $end = $words.Count - 1
        for ($i = $end; $i -gt 0; $i--) {
            if ($words[$i].Equals($word)) {
                $end = $i
                break
            }
        }
        $words = $words[0..($end - 1)]
    }
    $words
}

# What can stand for the word that is being typed. awsenv gets it without its quotes, behind the words before it, and
# prints a name and a description on each line; a line that begins with a tab says more about them. A result replaces the
# whole word, so it is a complete argument: in quotes unless PowerShell reads it as text in any case. Where the language
# is constrained, results are plain text.
function global:__awsenv_complete {
    param([string[]]$Before, [string]$Typed, $Command, [int]$Cursor)
    $status = Microsoft.PowerShell.Utility\Get-Variable -Name LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
    $full = $ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage'
    $quotes = "['" + [char]0x2018 + [char]0x2019 + [char]0x201A + [char]0x201B + ']'
    $words = @($Before) + (__awsenv_unquote $Typed)
    $answer = @(__awsenv_run complete $words -Quiet)
    $global:LASTEXITCODE = $status
    if ($answer.Count -and $answer[0] -match '\A\t[0-9]+\z') {
        __awsenv_complete_inner ($Before.Count - [int]$answer[0].Trim()) $Command $Cursor
        return
    }
    # Where one of our functions is offered nothing, PowerShell would go on to files.
    if (-not $answer.Count -and $Typed -and -not $Command) {
        $Typed
        return
    }
    $starts = @{}
    $names = @{}
    foreach ($line in $answer) {
        $name, $description = $line.Split("`t")
        $name = [regex]::Unescape($name)
        if (-not $name) {
            continue
        }
        $text = $name
        if ($name -cnotmatch '\A(--[a-z][a-z-]*=?|[A-Za-z_])[A-Za-z0-9_./:-]*\z') {
            $text = "'" + ($name -replace $quotes, '$0$0') + "'"
        }
        $starts[$text.Substring(0, 1)] = $true
        $names[$name.Substring(0, 1)] = $true
        $tip = $name
        if ($description) {
            $tip = [regex]::Unescape($description)
        }
        if ($full) {
            [System.Management.Automation.CompletionResult]::new($text, $name, 'ParameterValue', $tip)
        } else {
            $text
        }
    }
    # Several that only contain the word would be cut to what they begin with, in place of the word. A blank has nothing
    # in common with them. PSReadLine leaves the quotes out of account where only some have them.
    if ($answer.Count -gt 2 -and $answer[0] -eq "`tcontaining" -and ($starts.Count -eq 1 -or $names.Count -eq 1)) {
        ' '
    }
}

# The word belongs to a command that awsenv is to run, which begins at an element of the line: what PowerShell has for
# that command. The cursor counts from the beginning of all that was typed, as the elements do, and may stand before the
# last of them or behind blanks, which are no part of the command.
function global:__awsenv_complete_inner {
    param([int]$Index, $Command, [int]$Cursor)
    if ($Index -ge $Command.CommandElements.Count) {
        return
    }
    $start = $Command.CommandElements[$Index].Extent.StartOffset
    $text = $Command.Extent.Text.Substring($start - $Command.Extent.StartOffset)
    $column = $Cursor - $start
    if ($column -lt 0) {
        return
    }
    (TabExpansion2 -inputScript $text.PadRight($column) -cursorColumn $column).CompletionMatches
}

'Name', 'Arguments' | Microsoft.PowerShell.Core\ForEach-Object {
    Microsoft.PowerShell.Core\Register-ArgumentCompleter -CommandName 'aws-use', 'aws-login', 'aws-logout' -ParameterName $_ -ScriptBlock {
        param($commandName, $parameterName, $wordToComplete, $commandAst)
        __awsenv_complete @(__awsenv_before $commandAst.CommandElements $wordToComplete) $wordToComplete
    }
}
Microsoft.PowerShell.Core\Register-ArgumentCompleter -CommandName 'aws-use' -ParameterName Region -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    __awsenv_complete @('aws-use', '--region') $wordToComplete
}
Microsoft.PowerShell.Core\Register-ArgumentCompleter -CommandName 'aws-login' -ParameterName Session -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    __awsenv_complete @('aws-login', '--session') $wordToComplete
}
Microsoft.PowerShell.Core\Register-ArgumentCompleter -Native -CommandName awsenv -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @(__awsenv_before $commandAst.CommandElements $wordToComplete)
    __awsenv_complete $before $wordToComplete $commandAst $cursorPosition
}
