package identity

import (
	"slices"

	"awsenv/internal/awsconfig"
)

// Tool is a family of programs that looks for credentials in one order.
type Tool struct {
	Name  string // "aws-cli"
	Title string // as it begins a sentence

	// profileVariables choose the profile, the first that is set.
	profileVariables []Source
	// emptyIsUnset: a variable that is set to nothing chooses nothing, rather than a profile of no name.
	emptyIsUnset bool
	// lenient are the variables that may name a profile that does not exist, without an error.
	lenient     []Source
	credentials func(question) Credentials
	// sees tells whether the tool reads the name from the header of a profile that the AWS CLI does; nil: always.
	sees func(*awsconfig.Profile) bool
}

// cli stands for the AWS CLI v2; Rust and Java read a profile in the same order.
var cli = &Tool{
	Name: "aws-cli", Title: "the AWS CLI",
	profileVariables: []Source{FromProfile, FromDefaultProfile},
	credentials:      cliCredentials,
}

// Tools are the other families that are known to differ from the AWS CLI.
var Tools = []*Tool{
	{
		Name: "boto3", Title: "Python programs (boto3)",
		profileVariables: []Source{FromDefaultProfile, FromProfile},
		credentials:      cliCredentials,
	},
	{
		Name: "go", Title: "Terraform and other Go programs",
		profileVariables: []Source{FromProfile, FromDefaultProfile}, emptyIsUnset: true,
		lenient:     []Source{FromDefaultProfile},
		credentials: goCredentials, sees: goSees,
	},
	{
		Name: "javascript", Title: "the AWS CDK and other JavaScript programs",
		profileVariables: []Source{FromProfile}, emptyIsUnset: true,
		lenient:     []Source{FromProfile},
		credentials: javascriptCredentials, sees: javascriptSees,
	},
}

// Other is a family of tools that would be somebody else than the AWS CLI.
type Other struct {
	Tool *Tool
	Identity
}

// Others lists the families of tools that would be somebody else than the AWS CLI is in this environment.
func Others(env Lookup, config *awsconfig.Config) []Other {
	var found []Other
	own := Resolve(env, config)
	for _, t := range Tools {
		if id := t.resolve(env, config); !own.same(id) {
			found = append(found, Other{t, id})
		}
	}
	return found
}

// OthersInProfile lists the families of tools that would be somebody else with a profile by itself.
func OthersInProfile(config *awsconfig.Config, name string) []Other {
	env := func(variable string) (string, bool) {
		if variable != string(FromProfile) {
			return "", false
		}
		return name, true
	}
	return Others(env, config)
}

// same compares whom two tools would be. One that fails is nobody, like one that finds nothing.
func (id Identity) same(other Identity) bool {
	if id.IsNobody() || other.IsNobody() {
		return id.IsNobody() && other.IsNobody()
	}
	return id.Credentials.same(other.Credentials)
}

// IsNobody tells that the tool has nothing to sign requests with, whether it fails or finds nothing.
func (id Identity) IsNobody() bool {
	return id.Credentials.Kind == None || slices.Contains([]Trouble{Empty, Unknown, Partial, Broken}, id.Trouble)
}
