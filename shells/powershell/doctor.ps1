# awsenv for Windows PowerShell 5.1 and later: what awsenv doctor asks a new shell.
#
# One line for each of our commands: what it is here, and where it was defined.

foreach ($name in 'aws-use', 'aws-login', 'aws-logout') {
    $command = Get-Command -Name $name -ErrorAction Ignore | Select-Object -First 1
    $kind = 'function'
    $place = @('', '')
    if (-not $command) {
        $kind = 'missing'
    } elseif ($command.CommandType -eq 'Alias') {
        $kind = 'alias'
    } elseif ("$($command.Definition)" -like '*__awsenv_*') {
        $kind = 'ours'
    } elseif ($command.ScriptBlock) {
        $place = @($command.ScriptBlock.File, $command.ScriptBlock.StartPosition.StartLine)
    }
    "awsenv-doctor`t$name`t$kind`t$($place[0])`t$($place[1])"
}
