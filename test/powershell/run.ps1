# Tests of the PowerShell side, run as
#
#   AWSENV_TEST_BIN=/path/to/awsenv pwsh -NoProfile -File test/powershell/run.ps1
#
# Prints TAP; the status is 1 when a test failed. Each test runs its code in a PowerShell of its own. Needs a Unix,
# since the programs that stand in for others are written for /bin/sh.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# --- the world of the tests

if (-not $env:AWSENV_TEST_BIN -or -not (Test-Path -LiteralPath $env:AWSENV_TEST_BIN -PathType Leaf)) {
    'Bail out! AWSENV_TEST_BIN has to be the path of awsenv'
    exit 1
}

# The caller's own profile, keys and region are nobody's business here.
Get-ChildItem Env: | Where-Object { $_.Name -like 'AWS*' -and $_.Name -ne 'AWSENV_TEST_BIN' } | ForEach-Object {
    Remove-Item -LiteralPath "Env:$($_.Name)"
}
# Nor is the profile that their new shells start with.
Remove-Item -LiteralPath 'Env:XDG_STATE_HOME' -ErrorAction Ignore

$env:AWSENV_TEST_BIN = (Resolve-Path -LiteralPath $env:AWSENV_TEST_BIN).ProviderPath
$pwsh = (Get-Process -Id $PID).Path
$root = Join-Path ([System.IO.Path]::GetTempPath()) "awsenv it's a test $([guid]::NewGuid())"
foreach ($folder in 'home', 'work', 'tools', 'fake') {
    $null = [System.IO.Directory]::CreateDirectory((Join-Path $root $folder))
}

& 'ln' '-s' $env:AWSENV_TEST_BIN (Join-Path (Join-Path $root 'tools') 'awsenv')

function Write-Text {
    param([string]$Path, [string]$Text)
    # UTF-8 without a mark, and no newline but those in the text.
    [System.IO.File]::WriteAllText((Join-Path $root $Path), ($Text -replace "`r", ''))
}

function Write-Program {
    param([string]$Path, [string]$Text)
    Write-Text $Path $Text
    & 'chmod' '+x' (Join-Path $root $Path)
}

# Names as the AWS CLI accepts them between the brackets of the credentials file; \u is a UTF-16 unit.
$names = @(
    'my prod', 'a  b', 'team/prod', 'team:prod', 'a.b', '0123', '1e3', 'it''s', 'say "hi"', '"quoted"',
    '$HOME', '$(touch X)', '`touch X`', '%n', '\\u0041', 'end\\', '*', '~', '-n', '#c', ';', 'a&b', 'a|b', '{a,b}',
    '(x)', '@x', '=ls', 'a,b', 'Bob\u2019s', '\u2018x\u201B', '\u201Cx\u201D', '\u65E5\u672C', '\uD83D\uDE00',
    'caf\u00E9', 'cafe\u0301', 'x\u200Fy'
)

Write-Text 'config' "[profile prod]`nregion = eu-central-1`n[profile dev]`nregion = eu-north-1`n"
Write-Text 'credentials' (($names | ForEach-Object { '[' + [regex]::Unescape($_) + "]`nregion = eu-west-1`n" }) -join '')
Write-Text 'names' (($names -join "`n") + "`n")

# The profile that a child process sees, byte by byte.
Write-Program 'tools/profile-in-hex' @'
#!/bin/sh
printf %s "${AWS_PROFILE-}" | od -An -v -tx1 | tr -d ' \n'
'@

# Stands in for awsenv: notes each call, and answers what the prompt and Tab ask with the text of a file.
Write-Program 'fake/awsenv' @'
#!/bin/sh
printf '%s %s\n' "$1" "${AWSENV_ARGS-}" >>"$AWSENV_TEST_CALLS"
case $1 in
init | use) exec "$AWSENV_TEST_BIN" "$@" ;;
esac
cat "$AWSENV_TEST_ANSWER"
exit "${AWSENV_TEST_STATUS-0}"
'@

$env:HOME = Join-Path $root 'home'
$env:AWS_CONFIG_FILE = Join-Path $root 'config'
$env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $root 'credentials'
$env:AWSENV_TEST_NAMES = Join-Path $root 'names'
$env:AWSENV_TEST_CALLS = Join-Path $root 'calls'
$env:AWSENV_TEST_ANSWER = Join-Path $root 'answer'
$realPath = (Join-Path $root 'tools') + ':' + $env:PATH
$fakePath = (Join-Path $root 'fake') + ':' + $realPath

# --- how a test is made

$load = 'Invoke-Expression (& awsenv init powershell | Out-String)'

# What tests with the fake awsenv may use: the prompt, colours apart, as one text; the results of Tab; the calls.
$tools = @'
function Show-Prompt { (prompt 6>&1 | ForEach-Object { "$_" }) -join '' }
function Show-Tab {
    param([string]$Line)
    (TabExpansion2 $Line $Line.Length).CompletionMatches
}
function Show-Calls { Get-Content -LiteralPath $env:AWSENV_TEST_CALLS }
'@

# Runs a program to its end, and returns what it wrote and its status.
function Invoke-PowerShell {
    param([string]$Arguments)
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $pwsh
    $start.Arguments = "-NoProfile -NonInteractive $Arguments"
    $start.WorkingDirectory = Join-Path $root 'work'
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $complaints = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return @{
        Output = $output.Replace("`r", '').TrimEnd("`n"); Complaints = $complaints.Result; Status = $process.ExitCode
    }
}

function Invoke-Code {
    param([string]$Code)
    Write-Text 'test.ps1' $Code
    return Invoke-PowerShell ('-File "{0}"' -f (Join-Path $root 'test.ps1'))
}

$script:count = 0
$script:failures = 0

function Write-Result {
    param([string]$Name, [bool]$Passed, [string]$Why)
    $script:count++
    if ($Passed) {
        "ok $script:count - $Name"
        return
    }
    $script:failures++
    "not ok $script:count - $Name"
    $Why.TrimEnd("`n") -split "`n" | ForEach-Object { "# $_" }
}

# One test: loads awsenv in a new PowerShell, runs the code there, and compares all that it prints on stdout.
#
#   -Before CODE   runs before awsenv is loaded
#   -Fake          with the fake awsenv, and its calls forgotten once it is loaded
#   -Answer TEXT   the same, and what the fake awsenv answers
#   -Bare          does not load awsenv
#   -Silent        stderr has to be empty
#   -Says TEXT     stderr has to contain the text
#   -Unsaid TEXT   stderr must not contain the text
function Test-Code {
    param(
        [string]$Name, [string]$Code, [string]$Expected, [string]$Before = '',
        [switch]$Fake, [string]$Answer = '', [switch]$Bare, [switch]$Silent, [string]$Says = '', [string]$Unsaid = ''
    )
    $lines = @($Before)
    if (-not $Bare) {
        $lines += $load
    }
    $env:PATH = $realPath
    if ($Fake -or $Answer) {
        $env:PATH = $fakePath
        Write-Text 'answer' $Answer
        Write-Text 'calls' ''
        $lines += 'Clear-Content -LiteralPath $env:AWSENV_TEST_CALLS', $tools
    }
    $result = Invoke-Code (($lines + $Code) -join "`n")
    $passed = $result.Output.Equals($Expected)
    if ($Silent -and $result.Complaints) {
        $passed = $false
    }
    if ($Says -and -not $result.Complaints.Contains($Says)) {
        $passed = $false
    }
    if ($Unsaid -and $result.Complaints.Contains($Unsaid)) {
        $passed = $false
    }
    $why = "expected: $Expected", "stdout: $($result.Output)", "stderr: $($result.Complaints)", "status: $($result.Status)"
    Write-Result $Name $passed ($why -join "`n")
}

# A test for each awkward name: the code prints one line for each of them, which is ok or what is wrong.
function Test-Name {
    param([string]$Name, [string]$Code)
    $env:PATH = $realPath
    $result = Invoke-Code ($load, $Code -join "`n")
    $lines = @($result.Output -split "`n")
    for ($i = 0; $i -lt $names.Count; $i++) {
        $line = 'nothing was printed'
        if ($i -lt $lines.Count) {
            $line = $lines[$i]
        }
        Write-Result "$Name $($names[$i])" ($line -eq 'ok') ($line, $result.Complaints -join "`n")
    }
}

function Test-Loading {
    foreach ($options in '', ' --no-prompt', ' --no-completion', ' --no-prompt --no-completion') {
        $line = "Invoke-Expression (& awsenv init powershell$options | Out-String)"
        Test-Code "init powershell${options}: loads silently" -Bare -Silent -Expected '' -Code $line
        Test-Code "init powershell${options}: loads silently twice, in strict mode, where errors stop" -Bare -Silent `
            -Expected '0' -Code @"
Set-StrictMode -Version Latest
`$ErrorActionPreference = 'Stop'
`$PSNativeCommandUseErrorActionPreference = `$true
$line
$line
`$Error.Count
"@
        Test-Code "init powershell${options}: aws-use works" -Bare `
            -Expected 'prod' -Code "$line`naws-use prod`n`$env:AWS_PROFILE"
    }
    Test-Code '--no-prompt leaves the prompt alone' -Bare -Expected 'False' -Code @'
Invoke-Expression (& awsenv init powershell --no-prompt | Out-String)
"$function:prompt" -match 'awsenv'
'@
    Test-Code '--no-completion leaves Tab alone' -Bare -Expected 'False' -Code @'
Invoke-Expression (& awsenv init powershell --no-completion | Out-String)
[bool](Get-Command __awsenv_complete -ErrorAction Ignore)
'@
    Test-Code 'exports the version and the process that has loaded it' -Expected 'True' -Code @'
$env:AWSENV_INIT -eq "$((& awsenv version) -replace 'awsenv ', '') $PID powershell"
'@
    Test-Code 'defines its functions for good when it is loaded from a function' -Bare -Expected 'prod' -Code @'
function Initialize-Shell { Invoke-Expression (& awsenv init powershell | Out-String) }
Initialize-Shell
aws-use prod
$env:AWS_PROFILE
'@
    Test-Code 'leaves no variable behind but its own' -Bare -Expected '' -Code @'
& awsenv version >$null
$before = (Get-Variable).Name
Invoke-Expression (& awsenv init powershell | Out-String)
$after = (Get-Variable).Name
$known = $before + '_', 'before', 'Matches'
$after | Where-Object { $_ -notlike '__awsenv_*' -and $known -notcontains $_ }
'@
}

function Test-Use {
    Test-Code 'aws-use sets AWS_PROFILE for the programs that are run' -Expected 'prod' -Code @'
aws-use prod
& printenv AWS_PROFILE
'@
    Test-Code 'aws-use succeeds with $? True and status 0' -Expected 'True 0' -Code @'
aws-use prod
"$? $LASTEXITCODE"
'@
    Test-Code 'aws-use returns nothing' -Expected '0' -Code '@(aws-use prod).Count'
    Test-Code 'aws-use removes the keys that would win' -Expected 'False' -Code @'
$env:AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
aws-use prod
Test-Path Env:AWS_ACCESS_KEY_ID
'@
    foreach ($preference in '$WhatIfPreference = $true', '$ConfirmPreference = "Low"') {
        Test-Code "aws-use removes them for real with $preference" -Before $preference -Expected 'False' -Code @'
$env:AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
aws-use prod
Test-Path Env:AWS_ACCESS_KEY_ID
'@
    }
    Test-Code 'aws-use - goes back' -Expected 'prod' -Code @'
aws-use prod
aws-use dev
aws-use -
$env:AWS_PROFILE
'@
    foreach ($spelling in '--unset', '-Unset') {
        Test-Code "aws-use $spelling leaves the profile" -Expected 'False' -Code @"
aws-use prod
aws-use $spelling
Test-Path Env:AWS_PROFILE
"@
    }
    $spellings = @(
        '--region eu-west-3 prod', 'prod --region eu-west-3', '-Region eu-west-3 prod', 'prod -Region eu-west-3'
    )
    foreach ($words in $spellings) {
        Test-Code "aws-use $words sets the region" -Expected 'prod eu-west-3 eu-west-3' -Code @"
aws-use $words
"`$env:AWS_PROFILE `$env:AWS_REGION `$env:AWS_DEFAULT_REGION"
"@
    }
    foreach ($spelling in '--region', '-Region') {
        Test-Code "aws-use $spelling alone keeps the profile" -Expected 'prod eu-west-3' -Code @"
aws-use prod
aws-use $spelling eu-west-3
"`$env:AWS_PROFILE `$env:AWS_REGION"
"@
    }
    foreach ($flag in '--help', '-h') {
        Test-Code "aws-use $flag prints nothing that could be run" -Expected 'True 0' -Says 'aws-use' -Code @"
aws-use $flag
"`$? `$LASTEXITCODE"
"@
    }
    Test-Code 'a profile whose name begins with a dash may stand in quotes' -Expected '-n' -Code @'
aws-use '-n'
$env:AWS_PROFILE
'@
    Test-Code 'a profile whose name begins with a dash may stand behind --' -Expected '-n' -Code @'
aws-use -- -n
$env:AWS_PROFILE
'@
    Test-Code 'aws-use works with legacy argument passing' -Expected 'True' -Code @'
$PSNativeCommandArgumentPassing = 'Legacy'
aws-use 'say "hi"'
$env:AWS_PROFILE -eq 'say "hi"'
'@
    Test-Code 'aws-use works in strict mode, where errors and failing programs stop' -Expected 'prod' -Before @'
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
'@ -Code @'
aws-use prod
$env:AWS_PROFILE
'@
    Test-Code 'aws-use leaves nothing of its calls in the environment' -Expected '0' -Code @'
aws-use prod
aws-use nosuch
@(Get-ChildItem Env: | Where-Object { $_.Name -eq 'AWSENV_ARGS' -or $_.Name -eq 'AWSENV_STATE' }).Count
'@
    Test-Code 'words that PowerShell has no parameter for are passed on in their order' -Fake `
        -Expected 'use ["--save","a \"b\"","","x"]' -Code @'
aws-use --save 'a "b"' '' x
Show-Calls
'@
    foreach ($command in 'aws-use', 'aws-login', 'aws-logout') {
        Test-Code "Get-Help knows $command" -Expected 'True' -Code "(Get-Help $command).Synopsis -match 'AWS'"
    }
}

function Test-LoginAndLogout {
    Test-Code 'aws-login passes its words on' -Fake -Expected 'login ["--session","corp","--force"]' -Code @'
aws-login --session corp --force
Show-Calls
'@
    Test-Code 'aws-login takes -Session and -Force' -Fake -Expected 'login ["--session","corp","--force"]' -Code @'
aws-login -Session corp -Force
Show-Calls
'@
    Test-Code 'aws-login takes -UseDeviceCode' -Fake -Expected 'login ["--use-device-code","prod"]' -Code @'
aws-login -UseDeviceCode prod
Show-Calls
'@
    Test-Code 'aws-login without words passes none' -Fake -Expected 'login []' -Code @'
aws-login
Show-Calls
'@
    Test-Code 'aws-login runs what awsenv answers' -Answer '$env:AWS_PROFILE = (''prod'')' -Expected 'prod' -Code @'
aws-login prod
$env:AWS_PROFILE
'@
    Test-Code 'aws-login that fails runs nothing of what awsenv prints' -Answer '$env:AWS_PROFILE = (''prod'')' `
        -Expected 'False 130 False' -Code @'
$env:AWSENV_TEST_STATUS = '130'
aws-login prod
"$? $LASTEXITCODE $(Test-Path Env:AWS_PROFILE)"
'@
    Test-Code 'aws-logout passes its words on' -Fake -Expected 'logout ["--help"]' -Code @'
aws-logout --help
Show-Calls
'@
    Test-Code 'aws-logout that fails leaves $? False' -Fake -Expected 'False 1' -Code @'
$env:AWSENV_TEST_STATUS = '1'
aws-logout
"$? $LASTEXITCODE"
'@
}

function Test-Failing {
    Test-Code 'an unknown profile leaves $? False and the status of awsenv' -Expected 'False 1' -Code @'
aws-use nosuch
"$? $LASTEXITCODE"
'@
    Test-Code 'an unknown profile is named by awsenv alone' `
        -Expected '' -Says 'nosuch' -Unsaid 'ended with status' -Code 'aws-use nosuch'
    Test-Code 'an unknown profile changes nothing' -Expected 'prod' -Code @'
aws-use prod
aws-use nosuch
$env:AWS_PROFILE
'@
    Test-Code 'aws-use nosuch && next does not go on' -Expected '' -Code "aws-use nosuch && 'went on'"
    Test-Code 'aws-use prod && next goes on' -Expected 'went on' -Code "aws-use prod && 'went on'"
    Test-Code 'a failure ends a script where errors stop' -Expected '' -Code @'
$ErrorActionPreference = 'Stop'
aws-use nosuch
'went on'
'@
    Test-Code 'a failure can be caught where errors stop' -Expected 'caught' -Code @'
$ErrorActionPreference = 'Stop'
try { aws-use nosuch; 'went on' } catch { 'caught' }
'@
    Test-Code 'a failure can be caught with -ErrorAction Stop' -Expected 'caught' -Code @'
try { aws-use nosuch -ErrorAction Stop; 'went on' } catch { 'caught' }
'@
    $env:PATH = $realPath
    $result = Invoke-PowerShell "-Command `"$load; aws-use nosuch`""
    Write-Result 'pwsh -Command ends with 1 after a failure' ($result.Status -eq 1) "status: $($result.Status)"
    Test-Code 'a missing awsenv is named' `
        -Expected '' -Says 'awsenv: cannot find the program: awsenv is not on PATH' -Code @'
$env:PATH = '/nonexistent'
aws-use prod
'@
    Test-Code 'a missing awsenv comes with a hint' `
        -Expected '' -Says 'awsenv: hint: put it back on PATH, or remove the awsenv line from $PROFILE' -Code @'
$env:PATH = '/nonexistent'
aws-use prod
'@
    Test-Code 'a missing awsenv fails with status 127' -Expected 'False 127' -Code @'
$env:PATH = '/nonexistent'
aws-use prod
"$? $LASTEXITCODE"
'@
}

function Test-Names {
    Test-Name 'aws-use switches to' @'
foreach ($line in [System.IO.File]::ReadAllLines($env:AWSENV_TEST_NAMES)) {
    $name = [regex]::Unescape($line)
    aws-use $name
    $wanted = ([System.Text.Encoding]::UTF8.GetBytes($name) | ForEach-Object { $_.ToString('x2') }) -join ''
    $got = "$(& profile-in-hex)"
    if ($got -eq $wanted) { 'ok' } else { "AWS_PROFILE is $got, not $wanted" }
}
'@
    Test-Name 'Tab inserts' @'
$found = @((TabExpansion2 'aws-use ' 8).CompletionMatches)
foreach ($line in [System.IO.File]::ReadAllLines($env:AWSENV_TEST_NAMES)) {
    $name = [regex]::Unescape($line)
    $matching = @($found | Where-Object { $name.Equals($_.ListItemText) })
    if ($matching.Count -ne 1) { "it is offered $($matching.Count) times"; continue }
    Remove-Item -LiteralPath Env:AWS_PROFILE -ErrorAction Ignore
    Invoke-Expression ('aws-use ' + $matching[0].CompletionText)
    if ($name.Equals($env:AWS_PROFILE)) { 'ok' } else { 'it inserts another name' }
}
'@
    $left = @([System.IO.Directory]::GetFileSystemEntries((Join-Path $root 'work')))
    Write-Result 'no name was run as code' ($left.Count -eq 0) "in the folder is now: $left"
}

function Test-Tab {
    $answer = "prod`tAdmin in 123456789012`nmy prod`t`nit's`n0123`n--region`n"
    Test-Code 'Tab offers what awsenv answers' -Answer $answer -Expected 'prod|my prod|it''s|0123|--region' -Code @'
(Show-Tab 'aws-use ' | ForEach-Object { $_.ListItemText }) -join '|'
'@
    Test-Code 'Tab inserts complete arguments' -Answer $answer `
        -Expected 'prod|''my prod''|''it''''s''|''0123''|--region' -Code @'
(Show-Tab 'aws-use ' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'the tip is the description, or else the name' -Answer $answer `
        -Expected 'Admin in 123456789012|my prod|it''s|0123|--region' -Code @'
(Show-Tab 'aws-use ' | ForEach-Object { $_.ToolTip }) -join '|'
'@
    Test-Code 'Tab reads escaped names' -Answer 'caf\u00E9\\u' -Expected 'True' -Code @'
(Show-Tab 'aws-use ').ListItemText.Equals('caf' + [char]0xE9 + '\u')
'@
    $asked = @(
        'aws-use ', '["aws-use",""]',
        'aws-use pr', '["aws-use","pr"]',
        'aws-login pr', '["aws-login","pr"]',
        'aws-use ''my p', '["aws-use","my p"]',
        'aws-use "my p', '["aws-use","my p"]',
        'aws-use ''it''''s a', '["aws-use","it''s a"]',
        'aws-use --region eu-w', '["aws-use","--region","eu-w"]',
        'aws-use -Region eu-w', '["aws-use","--region","eu-w"]',
        'aws-use -Region eu-west-1 pr', '["aws-use","--region","eu-west-1","pr"]',
        'aws-use --region eu-west-1 ''my p', '["aws-use","--region","eu-west-1","my p"]',
        'aws-use --un', '["aws-use","--un"]',
        'aws-login --session ac', '["aws-login","--session","ac"]',
        'aws-login -Session ac', '["aws-login","--session","ac"]',
        'aws-login -Session corp pr', '["aws-login","--session","corp","pr"]',
        'aws-login -Force pr', '["aws-login","-Force","pr"]',
        'aws-use -Save pr', '["aws-use","-Save","pr"]',
        'awsenv exec dev -- gi', '["awsenv","exec","dev","--","gi"]',
        'awsenv ex', '["awsenv","ex"]',
        'awsenv init po', '["awsenv","init","po"]',
        'awsenv init ', '["awsenv","init",""]'
    )
    for ($i = 0; $i -lt $asked.Count; $i += 2) {
        $quoted = $asked[$i] -replace "'", "''"
        Test-Code "Tab on <$($asked[$i])> asks for the right word" -Answer $answer `
            -Expected "complete $($asked[$i + 1])" -Code @"
`$null = Show-Tab '$quoted'
Show-Calls
"@
    }
    Test-Code 'Tab adds a blank to several that only contain the word, and begin alike' `
        -Answer "`tcontaining`na-x`t`nA-y`t`n" -Expected 'a-x|A-y| ' -Code @'
(Show-Tab 'aws-use x' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'Tab adds a blank to them also where only some are quoted' `
        -Answer "`tcontaining`nprod`t`npre rod`t`n" -Expected 'prod|''pre rod''| ' -Code @'
(Show-Tab 'aws-use rod' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'Tab adds none to one, nor to several that begin otherwise' `
        -Answer "`tcontaining`na-x`t`nb-x`t`n" -Expected 'a-x|b-x' -Code @'
(Show-Tab 'aws-use x' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'Tab offers no files where a profile belongs' -Fake -Expected 'tools' -Code @'
$null = New-Item -ItemType Directory -Force -Path 'tools of mine'
(Show-Tab 'aws-use tools' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'Tab inserts the one that contains the word' `
        -Expected 'prod' -Code '(TabExpansion2 "aws-use rod" 11).CompletionMatches[0].CompletionText'
    Test-Code 'behind awsenv exec PROFILE -- Tab is PowerShell''s own' -Answer "`t0`n" -Expected 'True' -Code @'
@(Show-Tab 'awsenv exec dev -- Get-Chi' | ForEach-Object { $_.CompletionText }) -contains 'Get-ChildItem'
'@
    Test-Code 'behind awsenv exec PROFILE -- Tab is PowerShell''s own also before other words' -Answer "`t0`n" -Expected 'True' `
        -Code @'
$found = (TabExpansion2 'awsenv exec dev -- Get-Chi x' 26).CompletionMatches
@($found | ForEach-Object { $_.CompletionText }) -contains 'Get-ChildItem'
'@
    Test-Code 'Tab keeps LASTEXITCODE' -Answer $answer -Expected '3' -Code @'
& '/bin/sh' -c 'exit 3'
$null = Show-Tab 'aws-use p'
$LASTEXITCODE
'@
    Test-Code 'Tab without awsenv is silent' -Answer $answer -Silent -Expected '3' -Code @'
& '/bin/sh' -c 'exit 3'
$env:PATH = '/nonexistent'
$null = Show-Tab 'aws-use p'
$LASTEXITCODE
'@
    Test-Code 'Tab shows no message of awsenv' -Answer $answer -Silent -Expected '' -Code @'
Remove-Item -LiteralPath $env:AWSENV_TEST_ANSWER
$null = Show-Tab 'aws-use p'
'@
    Test-Code 'Tab finds the profiles' `
        -Expected 'prod' -Code '(TabExpansion2 "aws-use pro" 11).CompletionMatches[0].CompletionText'
}

function Test-Prompt {
    $plain = 'function global:prompt { ''PS> '' }'
    $label = '$global:__awsenv_segment = ($env:AWS_PROFILE)'
    $inProd = "$plain`n`$env:AWS_PROFILE = 'prod'"
    Test-Code 'the segment stands before the prompt' -Before $inProd -Answer $label `
        -Expected '<[prod] PS> >' -Code '"<$(Show-Prompt)>"'
    Test-Code 'the segment stands before what a prompt writes itself' -Answer $label `
        -Expected '<[prod] posh  >' -Before @'
function global:prompt { Write-Host -NoNewline 'posh '; ' ' }
$env:AWS_PROFILE = 'prod'
'@ -Code '"<$(Show-Prompt)>"'
    Test-Code 'the prompt returns what the user''s returned' -Before $inProd -Answer $label `
        -Expected '<PS> >' -Code '"<$(prompt 6>$null)>"'
    Test-Code 'without a segment the prompt is the user''s' -Before $plain -Answer $label `
        -Expected '<PS> >' -Code '"<$(Show-Prompt)>"'
    Test-Code 'the segment has its colour' -Before $inProd -Answer "$label`n`$global:__awsenv_color = ('Red')" `
        -Expected 'Red' -Code @'
"$(@(prompt 6>&1)[0].MessageData.ForegroundColor)"
'@
    Test-Code 'the segment is shown as it is' -Before $plain `
        -Answer '$global:__awsenv_segment = (''$(throw 1) $x %n'')' -Expected '<[$(throw 1) $x %n] PS> >' -Code '"<$(Show-Prompt)>"'
    Test-Code 'the segment of the real awsenv names the profile' -Before $inProd -Expected 'True' -Code @'
((prompt 6>&1 | ForEach-Object { "$_" }) -join '') -match '^\[.*prod.*\] PS> $'
'@
    $seen = "function global:prompt { `$global:seen = `"`$? `$LASTEXITCODE`"; 'PS> ' }"
    Test-Code 'the user''s prompt sees $? False and the status' -Before $seen -Answer $label `
        -Expected 'False 3' -Code @'
& '/bin/sh' -c 'exit 3'
$null = prompt 6>&1
$seen
'@
    Test-Code 'the user''s prompt sees $? True and the status' -Before $seen -Answer $label -Expected 'True 3' -Code @'
& '/bin/sh' -c 'exit 3'
$null = 1
$null = prompt 6>&1
$seen
'@
    Test-Code 'the prompt leaves no error behind' -Before $inProd -Answer $label -Expected '0' -Code @'
& '/bin/sh' -c 'exit 3'
$null = prompt 6>&1
$Error.Count
'@
    Test-Code 'the prompt works in strict mode, where errors and failing programs stop' -Answer $label -Silent `
        -Expected '<[prod] PS> >' -Before @"
Set-StrictMode -Version Latest
`$ErrorActionPreference = 'Stop'
`$PSNativeCommandUseErrorActionPreference = `$true
$inProd
"@ -Code '"<$(Show-Prompt)>"'
    Test-Code 'an idle prompt starts no process' -Before $inProd -Answer $label -Expected '1' -Code @'
1..5 | ForEach-Object { $null = Show-Prompt }
@(Show-Calls).Count
'@
    Test-Code 'an idle prompt starts no process for as long as awsenv said' -Before $inProd `
        -Answer "$label`n`$global:__awsenv_refresh = ('3600')" -Expected '1' -Code @'
1..3 | ForEach-Object { $null = Show-Prompt }
@(Show-Calls).Count
'@
    Test-Code 'the label is asked for again when its time has come' -Before $inProd `
        -Answer "$label`n`$global:__awsenv_refresh = ('0')" -Expected '3' -Code @'
1..3 | ForEach-Object { $null = Show-Prompt }
@(Show-Calls).Count
'@
    Test-Code 'a profile set by hand is shown at once' -Before $inProd -Answer $label -Expected '<[dev] PS> >' -Code @'
$null = Show-Prompt
$env:AWS_PROFILE = 'dev'
"<$(Show-Prompt)>"
'@
    Test-Code 'a profile that a language takes for the same is another one' -Before $plain -Answer $label `
        -Expected '2' -Code @'
$env:AWS_PROFILE = 'caf' + [char]0xE9
$null = Show-Prompt
$env:AWS_PROFILE = 'cafe' + [char]0x301
$null = Show-Prompt
@(Show-Calls).Count
'@
    Test-Code 'the label is asked for again once the file that it was told to watch is gone' -Before $inProd `
        -Answer "$label`n`$global:__awsenv_watch = (`$env:AWSENV_TEST_CALLS + '.watched')" -Expected '1 3' -Code @'
$null = New-Item -ItemType File -Path "$env:AWSENV_TEST_CALLS.watched"
1..3 | ForEach-Object { $null = Show-Prompt }
$before = @(Show-Calls).Count
Remove-Item -LiteralPath "$env:AWSENV_TEST_CALLS.watched"
1..2 | ForEach-Object { $null = Show-Prompt }
"$before $(@(Show-Calls).Count)"
'@
    $variables = @(
        'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE',
        'AWS_DEFAULT_PROFILE', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWSENV_PROMPT_DEFAULT'
    )
    foreach ($name in $variables) {
        Test-Code "the label is asked for again when $name is set" -Before $inProd -Answer $label -Expected '2' -Code @"
`$null = Show-Prompt
`$env:$name = 'x'
`$null = Show-Prompt
@(Show-Calls).Count
"@
    }
    Test-Code 'the label is asked for again after aws-use' -Before $inProd -Answer $label -Expected '2' -Code @'
$null = Show-Prompt
aws-use dev
$env:AWS_PROFILE = 'prod'
$null = Show-Prompt
@(Show-Calls | Where-Object { $_ -like 'label*' }).Count
'@
    Test-Code 'a label that fails shows nothing of the one before' -Before $inProd -Answer $label -Silent `
        -Expected '<PS> >' -Code @'
$null = Show-Prompt
$env:AWSENV_TEST_STATUS = '1'
$env:AWS_PROFILE = 'dev'
"<$(Show-Prompt)>"
'@
    Test-Code 'a missing awsenv is silent, and not looked for until something changes' -Before $inProd `
        -Answer $label -Silent -Expected '<PS> |PS> |[dev] PS> > 0' -Code @'
$path = $env:PATH
$env:PATH = '/nonexistent'
$first = Show-Prompt
$env:PATH = $path
$second = Show-Prompt
$env:AWS_PROFILE = 'dev'
"<$first|$second|$(Show-Prompt)> $($Error.Count)"
'@
    Test-Code 'an awsenv that cannot be started is silent, and the status stays the user''s' -Before $inProd `
        -Answer $label -Silent -Expected '<PS> > 3' -Code @'
$folder = Join-Path $env:HOME 'broken'
$null = New-Item -ItemType Directory -Path $folder
[System.IO.File]::WriteAllText("$folder/awsenv", 'no program')
& 'chmod' '+x' "$folder/awsenv"
$env:PATH = "${folder}:$env:PATH"
& '/bin/sh' -c 'exit 3'
"<$(Show-Prompt)> $LASTEXITCODE"
'@
    Test-Code 'an error in the user''s prompt does not end it' -Answer $label -Expected '<[prod] PS> >' -Before @'
function global:prompt { $nothing = $null; $x = $nothing.Trim(); 'PS> ' }
$env:AWS_PROFILE = 'prod'
'@ -Code '"<$(Show-Prompt)>"'
    Test-Code 'a prompt that calls __awsenv_draw itself works in strict mode' -Answer $label -Silent `
        -Expected '<[prod] own> >' -Before @'
Set-StrictMode -Version Latest
function global:prompt { __awsenv_draw; 'own> ' }
$env:AWS_PROFILE = 'prod'
'@ -Code '"<$(Show-Prompt)>"'
    Test-Code 'the prompt is wrapped once' -Before $inProd -Answer $label `
        -Expected '<[prod] PS> >' -Code "$load`n`"<`$(Show-Prompt)>`""
    Test-Code 'a prompt that came later is wrapped on the next load' -Before $inProd -Answer $label `
        -Expected '<[prod] new> >' -Code @"
function global:prompt { 'new> ' }
$load
"<`$(Show-Prompt)>"
"@
    Test-Code 'a prompt that has saved the wrapper shows one segment' -Before $inProd -Answer $label `
        -Expected '<[prod] (venv) PS> >' -Code @"
function global:saved_prompt { '' }
Copy-Item -Path Function:prompt -Destination Function:saved_prompt
function global:prompt { Write-Host -NoNewline '(venv) '; saved_prompt }
$load
"<`$(Show-Prompt)>"
"@
    foreach ($program in 'starship', 'oh-my-posh', '$global:_ompExecutable') {
        Test-Code "where $program draws the prompt there is no segment, and no process" -Answer $label `
            -Expected '<PS> > 0' -Before @"
function global:prompt { `$null = '$program'; 'PS> ' }
`$env:AWS_PROFILE = 'prod'
"@ -Code '"<$(Show-Prompt)> $(@(Show-Calls).Count)"'
    }
    Test-Code 'where posh-git draws the prompt there is a segment' -Answer $label -Expected '<[prod] PS> >' -Before @'
function global:prompt { $null = 'posh-git', 'PoshGitLastPrompt'; 'PS> ' }
$env:AWS_PROFILE = 'prod'
'@ -Code '"<$(Show-Prompt)>"'
}

function Test-Surroundings {
    Test-Code 'a function of the user''s named awsenv does not stand in' -Expected 'prod' -Code @'
function global:awsenv { 'mine' }
aws-use prod
$env:AWS_PROFILE
'@
    Test-Code 'an alias of the user''s named awsenv does not stand in' -Expected 'prod' -Code @'
Set-Alias -Scope Global -Name awsenv -Value Get-Date
aws-use prod
$env:AWS_PROFILE
'@
    $cmdlets = "'Get-Command', 'Get-Variable', 'ConvertTo-Json', 'Invoke-Expression', 'Remove-Item', " +
        "'Write-Host', 'Write-Error', 'New-Object', 'Test-Path', 'Out-String'"
    foreach ($kind in 'functions', 'aliases') {
        $define = "foreach (`$name in $cmdlets) { Set-Item -Path `"Function:global:`$name`" -Value { throw 'mine' } }"
        if ($kind -eq 'aliases') {
            $define = "foreach (`$name in $cmdlets) { Set-Alias -Scope Global -Name `$name -Value Get-Date }"
        }
        Test-Code "$kind of the user's with the names of cmdlets do not stand in" -Expected 'prod <[prod] PS> > False 1' `
            -Before 'function global:prompt { ''PS> '' }' -Answer '$global:__awsenv_segment = ($env:AWS_PROFILE)' -Code @"
$define
aws-use prod
`$shown = Show-Prompt
aws-use nosuch
"`$env:AWS_PROFILE <`$shown> `$? `$LASTEXITCODE"
"@
    }
    $constrained = '$ExecutionContext.SessionState.LanguageMode = ''ConstrainedLanguage'''
    Test-Code 'in ConstrainedLanguage it loads silently' -Before $constrained -Silent -Expected '' -Code ''
    Test-Code 'in ConstrainedLanguage aws-use switches' -Before $constrained -Expected 'True prod' -Code @'
aws-use prod
"$? $env:AWS_PROFILE"
'@
    Test-Code 'in ConstrainedLanguage a failure is an exception' -Before $constrained -Expected 'caught' -Code @'
try { aws-use nosuch; 'went on' } catch { 'caught' }
'@
    Test-Code 'in ConstrainedLanguage Tab offers quoted names' -Before $constrained -Answer "prod`tAdmin`nmy prod`n" `
        -Expected 'prod|''my prod''' -Code @'
(Show-Tab 'aws-use ' | ForEach-Object { $_.CompletionText }) -join '|'
'@
    Test-Code 'in ConstrainedLanguage there is a segment' -Answer '$global:__awsenv_segment = ($env:AWS_PROFILE)' `
        -Expected '<[prod] PS> >' -Before @"
function global:prompt { 'PS> ' }
`$env:AWS_PROFILE = 'prod'
$constrained
"@ -Code '"<$(Show-Prompt)>"'
}

function Test-Saved {
    $env:XDG_STATE_HOME = Join-Path $root 'state'
    Test-Code 'aws-use --save writes down what new shells start with' -Expected 'prod' -Code @'
aws-use --save prod
Get-Content -LiteralPath (Join-Path (Join-Path $env:XDG_STATE_HOME 'awsenv') 'profile')
'@
    Test-Code 'aws-use -Save does too' -Expected 'dev' -Code @'
aws-use dev -Save
Get-Content -LiteralPath (Join-Path (Join-Path $env:XDG_STATE_HOME 'awsenv') 'profile')
aws-use -Save prod
'@
    Test-Code 'a new shell starts with the saved profile' -Expected 'prod' -Code '$env:AWS_PROFILE'
    Test-Code 'an inherited profile wins over the saved one' -Before '$env:AWS_PROFILE = ''dev''' -Expected 'dev' `
        -Code '$env:AWS_PROFILE'
    Test-Code 'loading again does not bring the saved profile back' -Expected '<>' -Code @"
aws-use --unset
$load
"<`$env:AWS_PROFILE>"
"@
    Test-Code 'a relative XDG_STATE_HOME is none' -Before '$env:XDG_STATE_HOME = ''state''' -Expected '<>' `
        -Code '"<$env:AWS_PROFILE>"'
    $null = [System.IO.Directory]::CreateDirectory((Join-Path $env:XDG_STATE_HOME 'awsenv'))
    Write-Text 'state/awsenv/profile' '$(throw 1)'
    Test-Code 'a saved hostile name is only a name' -Expected '$(throw 1)' -Code '$env:AWS_PROFILE'
    Write-Text 'state/awsenv/profile' ''
    Test-Code 'an empty file names no profile' -Silent -Expected '<>' -Code '"<$env:AWS_PROFILE>"'
    Test-Code 'aws-use --forget ends it' -Expected 'False' -Code @'
aws-use --forget
Test-Path -LiteralPath (Join-Path (Join-Path $env:XDG_STATE_HOME 'awsenv') 'profile')
'@
    Remove-Item -LiteralPath 'Env:XDG_STATE_HOME'
}

function Test-Doctor {
    $env:AWSENV_TEST_DOCTOR = Join-Path (Split-Path -Parent (Split-Path -Parent $PSScriptRoot)) 'shells/powershell/doctor.ps1'
    $ask = '@(. ([scriptblock]::Create((Get-Content -Raw -LiteralPath $env:AWSENV_TEST_DOCTOR))))'
    $kinds = "($ask | ForEach-Object { `$_.Split([char]9)[2] }) -join ' '"
    Test-Code 'a new shell tells the doctor that our commands are ours' -Expected 'ours ours ours' -Code $kinds
    Test-Code 'a new shell tells the doctor what hides ours' -Expected 'alias function missing' -Code @"
Set-Alias -Scope Global -Name aws-use -Value Get-Date
function global:aws-login { 'mine' }
Remove-Item -LiteralPath 'Function:aws-logout'
$kinds
"@
    Test-Code 'a new shell in strict mode tells the doctor that only a program has the name of ours' -Bare -Silent `
        -Expected 'missing missing missing' -Before @'
Set-StrictMode -Version Latest
$null = New-Item -ItemType Directory -Path "$env:HOME/programs"
Set-Content -LiteralPath "$env:HOME/programs/aws-use" -Value '#!/bin/sh'
& 'chmod' '+x' "$env:HOME/programs/aws-use"
$env:PATH = "$env:HOME/programs:$env:PATH"
'@ -Code $kinds
    Test-Code 'awsenv doctor knows the shell that has loaded it' -Expected 'False' -Code @'
[bool](@(awsenv doctor --json | ConvertFrom-Json | ForEach-Object { $_.code }) -contains 'not-loaded')
'@
}

# --- all of them

try {
    Test-Loading
    Test-Use
    Test-LoginAndLogout
    Test-Failing
    Test-Names
    Test-Tab
    Test-Prompt
    Test-Surroundings
    Test-Saved
    Test-Doctor
    "1..$script:count"
} finally {
    Remove-Item -LiteralPath $root -Recurse -Force
}
if ($script:failures -gt 0) {
    exit 1
}
exit 0
