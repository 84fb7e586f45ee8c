package main

import (
	"fmt"
	"slices"
	"strings"

	"awsenv/internal/awsconfig"
	"awsenv/internal/doctor"
	"awsenv/internal/identity"
	"awsenv/internal/login"
	"awsenv/internal/nearest"
	"awsenv/internal/sso"
	"awsenv/shells"
)

const useUsage = `Usage: aws-use [PROFILE] [--region REGION] [--save]
       aws-use --region REGION
       aws-use -
       aws-use --unset
       aws-use --save | --forget

Switch this shell to an AWS profile: sets AWS_PROFILE and removes the variables
that would win over it.

  PROFILE            a profile of ~/.aws/config or ~/.aws/credentials; -- before
                     a name that begins with a dash; without one you pick it
                     from a list
  -                  back to the profile and the region before the last switch
  --region REGION    set AWS_REGION and AWS_DEFAULT_REGION too; alone, keep the
                     profile
  --unset            leave AWS_PROFILE, and a region that aws-use set
  --save             new terminals start with this profile; alone: with the
                     active one
  --forget           they no longer do
  --help             show this
`

// useVerb switches a shell to a profile.
type useVerb struct {
	function
	Profile *string `arg:"" optional:""`
	Region  *string `placeholder:"REGION"`
	Unset   bool
	Save    bool
	Forget  bool
}

// Run prints the code that switches.
func (v *useVerb) Run(w *world) error {
	sh, err := v.target("use")
	if err != nil {
		return err
	}
	if err := v.check(); err != nil {
		return err
	}
	back := v.Profile != nil && *v.Profile == "-"
	switch {
	case v.Forget:
		return w.forgetSaved()
	case v.Save && v.Profile == nil && v.Region == nil:
		return w.saveActive()
	case v.Profile == nil && v.Region == nil && !v.Unset:
		// One that is called - may be picked.
		if v.Profile, err = w.pickProfile(); err != nil {
			return err
		}
	}
	return v.change(w, sh, back)
}

// pickProfile asks the person.
func (w *world) pickProfile() (*string, error) {
	config, err := w.config()
	if err != nil {
		return nil, err
	}
	name, err := w.choose(config, "aws-use")
	return &name, err
}

// saveActive makes new terminals start with the profile of this one.
func (w *world) saveActive() error {
	config, err := w.config()
	if err != nil {
		return err
	}
	id := identity.Resolve(w.lookup, config)
	if id.Profile == nil || id.Source == identity.FromDefault {
		return fail("aws-use --save PROFILE", "no profile is active that could be saved")
	}
	return w.saveProfile(id.Name)
}

func (w *world) saveProfile(name string) error {
	if err := w.save(name); err != nil {
		return fail("", "save the profile for new terminals: %v", err)
	}
	w.say("new terminals start with %s; aws-use --forget ends that", quoted(name))
	return nil
}

func (w *world) forgetSaved() error {
	if err := w.forget(); err != nil {
		return fail("", "forget the profile of new terminals: %v", err)
	}
	w.say("new terminals start without a profile")
	return nil
}

// change prints the code that changes the shell.
func (v *useVerb) change(w *world, sh *shells.Shell, back bool) error {
	old, from := readState(w.get(stateVariable)), snapshot(w.lookup)
	to, err := v.wanted(old, from, back)
	if err != nil {
		return err
	}
	if v.Profile != nil {
		return v.changeProfile(w, sh, old, from, to)
	}
	if v.Region != nil {
		w.sayRegionSlip(sh, w.paths().Load(), to)
	}
	if v.Save {
		if err := w.saveActive(); err != nil {
			return err
		}
	}
	return w.printChange(sh, old, from, to)
}

// changeProfile is for a profile that was named, by the way back to it too.
func (v *useVerb) changeProfile(w *world, sh *shells.Shell, old state, from, to variables) error {
	profile, chosen := to["AWS_PROFILE"]
	switch {
	case !chosen && v.Save:
		return fail("aws-use --save PROFILE", "there was no profile before that could be saved")
	case !chosen:
		// To go back may be to go to no profile.
		w.sayGone(old, from, to)
		return w.printChange(sh, old, from, to)
	}
	config, err := w.config()
	if err != nil {
		return err
	}
	if err := w.checkProfile(sh, config, profile); err != nil {
		return err
	}
	if v.Region != nil {
		w.sayRegionSlip(sh, config, to)
	}
	if v.Save {
		if err := w.saveProfile(profile); err != nil {
			return err
		}
	}
	if err := w.switchTo(sh, config, old, from, to); err != nil {
		return err
	}
	w.saySession(sh, config, profile)
	return nil
}

func (v *useVerb) check() error {
	const help = "aws-use --help"
	switch {
	case v.Unset && (v.Profile != nil || v.Region != nil || v.Save):
		return misuse(help, "--unset takes neither a profile nor a region, and cannot be saved")
	case v.Forget && (v.Profile != nil || v.Region != nil || v.Unset || v.Save):
		return misuse(help, "--forget stands alone")
	case v.Region != nil && *v.Region == "":
		return misuse(help, "the region is empty")
	case v.Profile != nil && *v.Profile == "":
		return misuse(help, "the name of the profile is empty")
	}
	return nil
}

// wanted is what the restorable variables are to be.
func (v *useVerb) wanted(old state, from variables, back bool) (variables, error) {
	to := from
	switch {
	case v.Unset:
		return from.leave(), nil
	case back:
		if old.Previous == nil {
			return nil, fail("", "this shell has no previous profile to go back to")
		}
		to = from.restore(old.Previous)
	case v.Profile != nil:
		to = from.choose(*v.Profile)
	}
	if v.Region != nil {
		to = to.setRegion(*v.Region)
	}
	return to, nil
}

// switchTo prints the code that takes the shell to the profile in to, which there is, and says what a person has to know
// about it.
func (w *world) switchTo(sh *shells.Shell, config *awsconfig.Config, old state, from, to variables) error {
	profile := to["AWS_PROFILE"]
	inTheWay := identity.Present(w.lookup)
	delete(to, "AWS_DEFAULT_PROFILE")
	if len(inTheWay) > 0 {
		w.say("removing %s, which would win over AWS_PROFILE", strings.Join(inTheWay, ", "))
	}
	w.sayGone(old, from, to)
	w.sayRegion(sh, config, profile, to)
	w.noteUse(profile)
	return w.printChange(sh, old, from, to, inTheWay...)
}

// printChange prints the code that takes the shell from one set of variables to another.
func (w *world) printChange(sh *shells.Shell, old state, from, to variables, inTheWay ...string) error {
	script, next := change(old, from, to, inTheWay)
	script, err := keep(script, next)
	if err != nil {
		return err
	}
	code, err := script.Render(sh)
	if err != nil {
		return fail("", "write the code for %s: %v", sh.Name, err)
	}
	return w.print(code)
}

// config reads the two files where they have to be right: one that the AWS CLI rejects whole is an error here too.
func (w *world) config() (*awsconfig.Config, error) {
	config := w.paths().Load()
	if p, refused := config.Refused(); refused {
		return nil, fail(p.Hint, "the AWS CLI refuses %s: %s", place(p.Place), p.Message)
	}
	return config, nil
}

// checkProfile refuses a profile that does not exist, which would be an error to the AWS CLI.
func (w *world) checkProfile(sh *shells.Shell, config *awsconfig.Config, name string) error {
	if _, ok := config.Profile(name); ok {
		return nil
	}
	return w.unknownProfile(sh, config, name)
}

// place is where something stands, as editors and compilers write it.
func place(p awsconfig.Place) string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

func (w *world) unknownProfile(sh *shells.Shell, config *awsconfig.Config, name string) error {
	if name == "" {
		return fail("aws-use --unset", "AWS_PROFILE is empty, which the AWS CLI refuses")
	}
	f := fail("", "there is no profile %s", quoted(name))
	if name == w.saved() {
		f.hints = append(f.hints, "aws-use --forget; aws-use --unset: new terminals start with it")
	}
	for _, p := range config.Problems {
		// A file that cannot be read at all is why it is missing.
		if p.Place.Line == 0 {
			f.hints = append(f.hints, place(p.Place)+": "+p.Message)
		}
	}
	if len(config.Profiles) == 0 {
		f.hints = append(f.hints, "no profile is configured: "+configureHint)
		return f
	}
	meant := nearest.Of(name, profileNames(config))
	if len(meant) == 0 {
		meant = knownBy(config, name)
	}
	var words []string
	for _, profile := range meant {
		words = append(words, sh.Operand(profile))
	}
	if len(words) > 0 {
		f.hints = append(f.hints, "did you mean "+strings.Join(words, " or ")+"?")
	} else {
		f.hints = append(f.hints, "awsenv list-profiles")
	}
	return f
}

// knownBy are the first few profiles of an account or a role.
func knownBy(config *awsconfig.Config, name string) []string {
	const few = 3
	var found []string
	for i := range config.Profiles {
		p := &config.Profiles[i]
		if p.Name != "" && (identity.Account(p) == name || strings.EqualFold(identity.Role(p), name)) {
			found = append(found, p.Name)
		}
	}
	return found[:min(len(found), few)]
}

func profileNames(config *awsconfig.Config) []string {
	names := make([]string, len(config.Profiles))
	for i := range config.Profiles {
		names[i] = config.Profiles[i].Name
	}
	return names
}

// sayGone tells, on the way back, what does not come back.
func (w *world) sayGone(old state, from, to variables) {
	back := to["AWS_PROFILE"] == old.Previous["AWS_PROFILE"] && to["AWS_PROFILE"] != from["AWS_PROFILE"]
	gone := slices.DeleteFunc(slices.Clone(old.Removed), func(name string) bool { return to[name] != "" })
	if back && len(gone) > 0 {
		w.say("what the last aws-use removed stays gone: %s", strings.Join(gone, ", "))
	}
}

// sayRegion warns of a region of the user's own that overrides the profile's.
func (w *world) sayRegion(sh *shells.Shell, config *awsconfig.Config, name string, to variables) {
	profile, ok := config.Profile(name)
	region := to.region()
	if !ok || region == "" || region == to[regionVariable] || region == profile.Get("region") {
		return
	}
	own := profile.Get("region")
	if own == "" {
		return
	}
	variable := "AWS_REGION"
	if to[variable] == "" {
		variable = "AWS_DEFAULT_REGION"
	}
	w.say("%s is %s and overrides the region of %s, which is %s", variable, quoted(region), quoted(name), quoted(own))
	w.hint("aws-use --region %s", sh.Word(own))
}

// sayRegionSlip warns of a region that must have been meant for another. One that awsenv does not know may be new.
func (w *world) sayRegionSlip(sh *shells.Shell, config *awsconfig.Config, to variables) {
	profile, _ := config.Profile(to["AWS_PROFILE"])
	if meant := doctor.MeantRegion(w.lookup, profile, to.region()); meant != "" {
		w.say("%s is no region", quoted(to.region()))
		w.hint("aws-use --region %s", sh.Word(meant))
	}
}

// unusable are the states of a session that has to be signed in to first.
var unusable = map[sso.State]string{sso.Expired: "has expired", sso.None: "is not signed in"}

// saySession tells that a profile needs signing in before it can be used.
func (w *world) saySession(sh *shells.Shell, config *awsconfig.Config, name string) {
	plan, err := login.For(config, name)
	if err != nil {
		w.say("%s cannot be used: %v", quoted(name), err)
		w.hint("awsenv doctor")
		return
	}
	if text, ok := unusable[w.session(plan).State]; ok {
		w.say("the session of %s %s", quoted(name), text)
		w.hint("aws-login %s", sh.Operand(name))
	}
}

// configureHint is the first step of every guide, with what the guides leave out.
const configureHint = "aws configure sso --profile NEWNAME makes one; without --profile it overwrites the active profile"

// listChoices stands in for the picker: what there is to choose from, on stderr, and status 2.
func (w *world) listChoices(rows []row, command string) error {
	fmt.Fprint(w.stderr, longTable(rows))
	return misuse(command+" PROFILE", "no profile was named")
}
