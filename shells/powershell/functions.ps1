# awsenv for Windows PowerShell 5.1 and later: the functions.
#
# Pure ASCII, in the grammar of 5.1. Cmdlets are called by their full names, so that no alias and no function of the
# user's stands in for them; what is defined here is global, since a profile may be loaded from inside a function.

# A new terminal starts with the profile that aws-use --save wrote down. One that is there already wins, and so do keys or
# a role that would win over it. Loading again, in this shell or in another that takes its place, changes nothing.
function global:__awsenv_start {
    if ($null -ne $env:AWS_PROFILE -or $null -ne $env:AWS_DEFAULT_PROFILE -or
        $env:AWS_ACCESS_KEY_ID -or $env:AWS_WEB_IDENTITY_TOKEN_FILE -or "$env:AWSENV_INIT" -like "* $PID *") {
        return
    }
    # What is absolute is what awsenv takes for it, which writes the file.
    $absolute = '^/'
    $folders = @($env:XDG_STATE_HOME, "$HOME/.local/state")
    if ($env:OS -eq 'Windows_NT') {
        $absolute = '^([A-Za-z]:[\\/]|[\\/]{2})'
        $folders = @($env:XDG_STATE_HOME, $env:LOCALAPPDATA, "$HOME/.local/state")
    }
    foreach ($folder in $folders) {
        if ($folder -match $absolute) {
            break
        }
    }
    # On a drive that is missing, Get-Content has no -Encoding: an error that -ErrorAction does not reach. With the
    # provider's name a network path is one wherever this shell stands.
    $path = "Microsoft.PowerShell.Core\FileSystem::$folder/awsenv/profile"
    if (-not (Microsoft.PowerShell.Management\Test-Path -LiteralPath $path -PathType Leaf -ErrorAction Ignore)) {
        return
    }
    $name = Microsoft.PowerShell.Management\Get-Content -LiteralPath $path -TotalCount 1 -Encoding UTF8 -ErrorAction Ignore
    if ($name) {
        $env:AWS_PROFILE = $name
    }
}

__awsenv_start

# For awsenv doctor: which version this shell has loaded.
$env:AWSENV_INIT = "$global:__awsenv_version $PID powershell"

if (-not (Microsoft.PowerShell.Management\Test-Path 'Variable:global:__awsenv_state')) {
    $global:__awsenv_state = ''
}

# Tell a person something, on stderr. Where the language is constrained the host's methods are out of reach.
function global:__awsenv_say {
    param([string]$Message)
    if ($ExecutionContext.SessionState.LanguageMode -eq 'FullLanguage') {
        $Host.UI.WriteErrorLine($Message)
    } else {
        Microsoft.PowerShell.Utility\Write-Host $Message
    }
}

# Call awsenv and hand on what it prints; its status is in LASTEXITCODE. The words go in a variable of the
# environment, for this call only: native arguments lose quotes and empty words before PowerShell 7.3.
function global:__awsenv_run {
    param([string]$Verb, [string[]]$Words, [switch]$Quiet)
    $PSNativeCommandUseErrorActionPreference = $false
    $program = Microsoft.PowerShell.Core\Get-Command -Name $global:__awsenv_program `
        -CommandType Application -TotalCount 1 -ErrorAction Ignore
    if (-not $program) {
        if (-not $Quiet) {
            __awsenv_say "awsenv: cannot find the program: $global:__awsenv_program is not on PATH"
            __awsenv_say 'awsenv: hint: put it back on PATH, or remove the awsenv line from $PROFILE'
        }
        $global:LASTEXITCODE = 127
        return
    }
    # This is what it stays at where the program cannot be started.
    $global:LASTEXITCODE = 126
    $env:AWSENV_ARGS = Microsoft.PowerShell.Utility\ConvertTo-Json -Compress -InputObject @($Words)
    $env:AWSENV_STATE = $global:__awsenv_state
    try {
        if ($Quiet) {
            # 5.1 makes errors of the lines that are redirected. What cannot be started throws, whatever is preferred.
            $ErrorActionPreference = 'SilentlyContinue'
            try {
                & $program $Verb --shell powershell 2>$null
            } catch {
                $null = $_
            }
        } else {
            # 5.1 makes errors of them also where the caller has redirected them: the first would end the call.
            if ($ErrorActionPreference -eq 'Stop') {
                $ErrorActionPreference = 'Continue'
            }
            & $program $Verb --shell powershell
        }
    } finally {
        Microsoft.PowerShell.Management\Remove-Item -LiteralPath 'Env:AWSENV_ARGS', 'Env:AWSENV_STATE' `
            -ErrorAction Ignore -Confirm:$false -WhatIf:$false
    }
}

# Ask awsenv for code and run it. What it prints is taken only when it succeeds. Returns whether it did.
function global:__awsenv_apply {
    param([string]$Verb, [string[]]$Words)
    # The prompt looks again, also where this fails.
    $global:__awsenv_for = ''
    $code = @(__awsenv_run $Verb $Words) -join "`n"
    if ($global:LASTEXITCODE -ne 0) {
        return $false
    }
    if ($code) {
        $null = Microsoft.PowerShell.Utility\Invoke-Expression $code
    }
    return $true
}

# How a function ends that failed. awsenv has said why; the caller has to notice. Where errors stop, and where the
# language is constrained, by an exception; else by the error that this returns: written with errors silenced, it
# shows nothing and leaves False in $?, so that `aws-use nosuch && next` does not go on.
function global:__awsenv_failure {
    param([string]$Command)
    $message = "$Command ended with status $global:LASTEXITCODE"
    if ($ErrorActionPreference -eq 'Stop' -or $ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
        throw $message
    }
    Microsoft.PowerShell.Utility\New-Object System.Management.Automation.ErrorRecord $message, 'awsenv', 'NotSpecified', $null
}

# The words that PowerShell left to Name and Arguments, in the order they were typed. A name that begins with one dash
# was in quotes, or behind a -- that PowerShell has kept to itself: else it would be among the arguments.
function global:__awsenv_words {
    param([bool]$Named, [string]$Name, [string[]]$Arguments)
    if ($Named) {
        if ($Name -match '^-[^-]') {
            '--'
        }
        $Name
    }
    if ($null -ne $Arguments) {
        $Arguments
    }
}

function global:aws-use {
    <#
    .SYNOPSIS
    Switches this shell to an AWS profile.
    .DESCRIPTION
    Sets AWS_PROFILE here, and removes the variables that would win over it. Without a name it shows the profiles to
    pick from. The flags of the other shells work as well; aws-use --help lists them.
    .PARAMETER Name
    The profile; - for the one before.
    .PARAMETER Region
    The region to use with it, or with the profile that is in use.
    .PARAMETER Unset
    Leaves the profile that is in use.
    .PARAMETER Save
    New shells start with the profile.
    .PARAMETER Forget
    New shells start without a profile again.
    .PARAMETER Arguments
    More words, as the other shells' aws-use takes them.
    .EXAMPLE
    aws-use prod
    .EXAMPLE
    aws-use prod -Region eu-west-1
    .EXAMPLE
    aws-use -
    #>
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)][string]$Name,
        [string]$Region,
        [switch]$Unset,
        [switch]$Save,
        [switch]$Forget,
        [Parameter(ValueFromRemainingArguments = $true)][string[]]$Arguments
    )
    $words = @()
    if ($Unset) {
        $words += '--unset'
    }
    if ($Save) {
        $words += '--save'
    }
    if ($Forget) {
        $words += '--forget'
    }
    if ($PSBoundParameters.Keys -contains 'Region') {
        $words += '--region', $Region
    }
    $words += @(__awsenv_words ($PSBoundParameters.Keys -contains 'Name') $Name $Arguments)
    if (__awsenv_apply use $words) {
        return
    }
    $failure = __awsenv_failure aws-use
    $ErrorActionPreference = 'SilentlyContinue'
    $PSCmdlet.WriteError($failure)
}

function global:aws-login {
    <#
    .SYNOPSIS
    Signs in to an AWS profile and switches to it.
    .DESCRIPTION
    Signs in only where it is needed, through the AWS CLI, and then switches this shell as aws-use does.
    aws-login --help lists the flags.
    .PARAMETER Name
    The profile; without it, the one that is in use.
    .PARAMETER Session
    Signs in to this sso-session, and stays with the profile as it is.
    .PARAMETER Force
    Signs in even though the session is valid.
    .PARAMETER UseDeviceCode
    Signs in with a code, in the browser of any device.
    .PARAMETER Arguments
    More words, as the other shells' aws-login takes them.
    .EXAMPLE
    aws-login prod
    #>
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)][string]$Name,
        [string]$Session,
        [switch]$Force,
        [switch]$UseDeviceCode,
        [Parameter(ValueFromRemainingArguments = $true)][string[]]$Arguments
    )
    $words = @()
    if ($PSBoundParameters.Keys -contains 'Session') {
        $words += '--session', $Session
    }
    if ($Force) {
        $words += '--force'
    }
    if ($UseDeviceCode) {
        $words += '--use-device-code'
    }
    $words += @(__awsenv_words ($PSBoundParameters.Keys -contains 'Name') $Name $Arguments)
    if (__awsenv_apply login $words) {
        return
    }
    $failure = __awsenv_failure aws-login
    $ErrorActionPreference = 'SilentlyContinue'
    $PSCmdlet.WriteError($failure)
}

function global:aws-logout {
    <#
    .SYNOPSIS
    Signs out of all AWS sessions.
    .DESCRIPTION
    Signs out through the AWS CLI, and removes what awsenv has set in this shell. aws-logout --help lists the flags.
    .PARAMETER Arguments
    More words, as the other shells' aws-logout takes them.
    .EXAMPLE
    aws-logout
    #>
    [CmdletBinding()]
    param([Parameter(ValueFromRemainingArguments = $true)][string[]]$Arguments)
    $words = @(__awsenv_words $false '' $Arguments)
    if (__awsenv_apply logout $words) {
        return
    }
    $failure = __awsenv_failure aws-logout
    $ErrorActionPreference = 'SilentlyContinue'
    $PSCmdlet.WriteError($failure)
}
