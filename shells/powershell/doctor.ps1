# awsenv for Windows PowerShell 5.1 and later: what awsenv doctor asks a new shell.
#
# One line for each of our commands: what it is here, and where it was defined.

foreach ($name in 'aws-use', 'aws-login', 'aws-logout') {
    $command = Microsoft.PowerShell.Core\Get-Command -Name $name -ErrorAction Ignore |
        Microsoft.PowerShell.Utility\Select-Object -First 1
    # Also where it is only a program, which has no ScriptBlock to ask for: in strict mode that would be an error.
    $kind = 'missing'
    $place = @('', '')
    if ($command -and $command.CommandType -eq 'Alias') {
        $kind = 'alias'
    } elseif ($command -and $command.CommandType -eq 'Function') {
        $kind = 'function'
        $place = @($command.ScriptBlock.File, $command.ScriptBlock.StartPosition.StartLine)
        if ("$($command.Definition)" -like '*__awsenv_*') {
            $kind = 'ours'
            $place = @('', '')
        }
    }
    "awsenv-doctor`t$name`t$kind`t$($place[0])`t$($place[1])"
}
