# What the demo shows without a terminal: each command behind the prompt that PowerShell would draw, then what it prints.
. "$PSScriptRoot/rc.ps1"
foreach ($line in Get-Content -LiteralPath "$PSScriptRoot/commands") {
    $shown = prompt
    Write-Host "$shown$line"
    Invoke-Expression $line
}
