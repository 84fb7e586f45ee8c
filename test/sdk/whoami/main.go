// Whoami prints one line: whose credentials the AWS SDK for Go would use here, without asking anyone.
//
// The forms of the line are those of the column Go in package identitytest. No provider is asked
// for credentials, for most of them ask the network: their type and their options tell enough.
package main

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/credentials/ec2rolecreds"
	"github.com/aws/aws-sdk-go-v2/credentials/endpointcreds"
	"github.com/aws/aws-sdk-go-v2/credentials/logincreds"
	"github.com/aws/aws-sdk-go-v2/credentials/processcreds"
	"github.com/aws/aws-sdk-go-v2/credentials/ssocreds"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	fmt.Println(whoami(context.Background()))
}

func whoami(ctx context.Context) string {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return "error " + errorWord(err)
	}
	who := describe(cfg.Credentials)
	if who == "instance" {
		// The instance ends the chain where nothing was found, and its metadata is switched off.
		return "none"
	}
	return who
}

// describe tells whom a provider would give the credentials of.
func describe(provider aws.CredentialsProvider) string {
	switch p := unwrap(provider).(type) {
	case credentials.StaticCredentialsProvider:
		return describeStatic(p.Value)
	case *ssocreds.Provider:
		return describeSSO(field[ssocreds.Options](p, "options"))
	case *stscreds.AssumeRoleProvider:
		return describeRole(field[stscreds.AssumeRoleOptions](p, "options"))
	case *stscreds.WebIdentityRoleProvider:
		return "web-identity " + field[stscreds.WebIdentityRoleOptions](p, "options").RoleARN
	case *processcreds.Provider:
		return "process"
	case *logincreds.Provider:
		return "login"
	case *endpointcreds.Provider:
		return "container"
	case *ec2rolecreds.Provider:
		return "instance"
	default:
		panic(fmt.Sprintf("a provider of the unknown type %T", p))
	}
}

func describeStatic(keys aws.Credentials) string {
	switch {
	case !keys.HasKeys():
		// As credential_source = Environment makes it, where the environment has none.
		return "error missing-credentials"
	case keys.Source == config.CredentialsSourceName:
		return "environment " + keys.AccessKeyID
	default:
		return "static " + keys.AccessKeyID
	}
}

// describeSSO knows that account and role are looked at only when the portal is asked.
func describeSSO(options ssocreds.Options) string {
	if options.AccountID == "" || options.RoleName == "" {
		return "error missing-account"
	}
	return "sso " + options.AccountID + " " + options.RoleName
}

// describeRole is an error where its source is one: asking it would be.
func describeRole(options stscreds.AssumeRoleOptions) string {
	source := describe(options.Client.(*sts.Client).Options().Credentials)
	if strings.HasPrefix(source, "error ") {
		return source
	}
	return "assume-role " + options.RoleARN + " < " + source
}

func unwrap(provider aws.CredentialsProvider) aws.CredentialsProvider {
	for {
		cache, ok := provider.(*aws.CredentialsCache)
		if !ok {
			return provider
		}
		provider = field[aws.CredentialsProvider](cache, "provider")
	}
}

// field reads an unexported field: the SDK tells nothing of what a provider was made with.
func field[T any](pointer any, name string) T {
	value := reflect.ValueOf(pointer).Elem().FieldByName(name)
	return *(*T)(unsafe.Pointer(value.UnsafeAddr()))
}

// refusals are the words for errors that have no type of their own, found by a part of their text.
var refusals = []struct{ text, word string }{
	{"partial credentials", "partial"},
	{"failed to find SSO session", "missing-session"},
	{"must match", "inconsistent-session"},
	{"missing required configuration: sso_region", "missing-region"},
	{"missing required configuration: sso_start_url", "missing-region"},
	{"missing required configuration: sso_", "missing-account"},
	{"EcsContainer was specified", "missing-credentials"},
}

func errorWord(err error) string {
	if role, ok := errors.AsType[config.SharedConfigAssumeRoleError](err); ok {
		if role.Err == nil {
			return "missing-credentials"
		}
		return "missing-source"
	}
	if _, ok := errors.AsType[config.SharedConfigProfileNotExistError](err); ok {
		return "unknown-profile"
	}
	for _, r := range refusals {
		if strings.Contains(err.Error(), r.text) {
			return r.word
		}
	}
	return "other"
}
