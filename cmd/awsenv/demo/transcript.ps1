# What the demo shows without a terminal: each command behind the prompt that PowerShell would draw, then what it prints.
. "$HOME/rc.ps1"
foreach ($line in Get-Content -LiteralPath "$HOME/commands") {
    $shown = prompt
    Write-Host "$shown$line"
    Invoke-Expression $line
}
