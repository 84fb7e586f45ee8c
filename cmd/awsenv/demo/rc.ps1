# The profile of the demo's PowerShell.
function global:prompt { 'PS> ' }
Invoke-Expression (& awsenv init powershell | Out-String)
