# awsenv for Windows PowerShell 5.1 and later: the prompt segment.
#
# prompt is wrapped: the segment is written first, raw, and then the user's own prompt runs. The host shows only the
# first thing that prompt returns, and many prompts write to the host themselves: nothing is added to the result.

$global:__awsenv_for = ''
$global:__awsenv_asked = 0
$global:__awsenv_segment = ''
$global:__awsenv_color = ''
$global:__awsenv_refresh = ''
$global:__awsenv_watch = ''

# Everything that decides which identity and region AWS tools use here, as one text: while it stays the same, so does the label.
function global:__awsenv_key {
    $key = "$env:HOME|$env:USERPROFILE|$env:AWSENV_PROMPT_DEFAULT"
    $values = $env:AWS_PROFILE, $env:AWS_DEFAULT_PROFILE, $env:AWS_REGION, $env:AWS_DEFAULT_REGION,
        $env:AWS_CONFIG_FILE, $env:AWS_SHARED_CREDENTIALS_FILE
    foreach ($value in $values) {
        if ($null -eq $value) {
            $key += '|'
        } else {
            $key += "|=$value"
        }
    }
    $key += "|$([bool]$env:AWS_ACCESS_KEY_ID)|$([bool]$env:AWS_SECRET_ACCESS_KEY)"
    $key += "|$([bool]$env:AWS_ROLE_ARN)|$([bool]$env:AWS_WEB_IDENTITY_TOKEN_FILE)"
    $key
}

# Ask awsenv for the label, but only when what it depends on changed or when it asked to be called again. Equals,
# because -eq takes different texts for the same where a language does.
function global:__awsenv_update {
    $key = __awsenv_key
    $now = [datetime]::UtcNow.Ticks
    # __awsenv_watch is a file that is gone after a sign-out, in whatever terminal. One that cannot be looked at is an
    # error to Test-Path, and a prompt shows none. With the provider's name it is a file wherever this shell stands.
    $watch = "Microsoft.PowerShell.Core\FileSystem::$global:__awsenv_watch"
    $there = -not $global:__awsenv_watch -or
        (Microsoft.PowerShell.Management\Test-Path -LiteralPath $watch -ErrorAction Ignore)
    if ($there -and $key.Equals($global:__awsenv_for)) {
        if (-not $global:__awsenv_refresh) {
            return
        }
        $due = $global:__awsenv_asked + [long]$global:__awsenv_refresh * 10000000
        if ($now -ge $global:__awsenv_asked -and $now -lt $due) {
            return
        }
    }
    $global:__awsenv_for = $key
    $global:__awsenv_asked = $now
    $global:__awsenv_segment = ''
    $global:__awsenv_color = ''
    $global:__awsenv_refresh = ''
    $global:__awsenv_watch = ''
    $status = Microsoft.PowerShell.Utility\Get-Variable -Name LASTEXITCODE -Scope Global -ValueOnly -ErrorAction Ignore
    $code = @(__awsenv_run label @() -Quiet) -join "`n"
    if ($global:LASTEXITCODE -eq 0 -and $code) {
        $null = Microsoft.PowerShell.Utility\Invoke-Expression $code
    }
    $global:LASTEXITCODE = $status
}

# Where another program draws this shell's prompt, ours stays out of it. Their variables are inherited by child
# shells, their prompt function is not.
function global:__awsenv_foreign_prompt {
    return "$global:__awsenv_user_prompt" -match 'starship|oh-my-posh|posh-core|_omp|PoshPrompt|POSH_CURSOR'
}

function global:__awsenv_draw {
    if (__awsenv_foreign_prompt) {
        return
    }
    __awsenv_update
    if (-not $global:__awsenv_segment) {
        return
    }
    if ($global:__awsenv_color) {
        Microsoft.PowerShell.Utility\Write-Host -NoNewline -ForegroundColor $global:__awsenv_color "[$global:__awsenv_segment] "
    } else {
        Microsoft.PowerShell.Utility\Write-Host -NoNewline "[$global:__awsenv_segment] "
    }
}

if (-not (Microsoft.PowerShell.Management\Test-Path 'Variable:global:__awsenv_user_prompt')) {
    $global:__awsenv_user_prompt = ''
}

# A theme's prompt that replaced our wrapper is wrapped on the next load. It may have saved our wrapper and call it
# from inside (a virtual environment does): re-entered, the wrapper draws no second segment and calls the first prompt
# of all, where it would otherwise call itself for ever.
if ($function:prompt -and "$function:prompt" -notmatch '__awsenv_draw') {
    if (-not (Microsoft.PowerShell.Management\Test-Path 'Variable:global:__awsenv_first_prompt')) {
        $global:__awsenv_first_prompt = $function:prompt
    }
    $global:__awsenv_user_prompt = $function:prompt
    $global:__awsenv_drawing = $false

    # Nothing may run before $? is read. Where it was False, an error that nobody sees makes it so again for the
    # user's prompt. What this calls sees its own __awsenv_drawing, which ends with it: no try and finally, in which an
    # error would end the user's prompt that it now survives.
    function global:prompt {
        $ok = $?
        if ($__awsenv_drawing) {
            if (-not $ok) {
                Microsoft.PowerShell.Utility\Write-Error '' -ErrorAction Ignore
            }
            & $global:__awsenv_first_prompt
            return
        }
        $__awsenv_drawing = $true
        __awsenv_draw
        if (-not $ok) {
            Microsoft.PowerShell.Utility\Write-Error '' -ErrorAction Ignore
        }
        & $global:__awsenv_user_prompt
    }
}
