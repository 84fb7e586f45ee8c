package awsconfig

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// realCLI is named in full: another aws may come first on PATH.
const realCLI = "/usr/bin/aws"

// generatedPairs is how many made-up pairs of files are compared, besides the hand-picked ones.
const generatedPairs = 1500

// needCLI skips, or fails where the differential test is required, without the AWS CLI v2.
func needCLI(t *testing.T) {
	t.Helper()
	give := t.Skipf
	if os.Getenv("AWSENV_TEST_REQUIRE") == "1" {
		give = t.Fatalf
	}
	version, err := exec.Command(realCLI, "--version").CombinedOutput()
	if err != nil {
		give("NOT COMPARED with the AWS CLI: %s does not run: %v", realCLI, err)
	}
	if !strings.HasPrefix(string(version), "aws-cli/2.") {
		give("NOT COMPARED with the AWS CLI: %s is no v2: %s", realCLI, version)
	}
	script := "import awscli; assert awscli.__version__.startswith('2.')"
	if out, err := exec.Command("/usr/bin/python3", "-c", script).CombinedOutput(); err != nil {
		give("NOT COMPARED with the AWS CLI: its Python modules do not load: %v: %s", err, out)
	}
}

// answer is one line of list_profiles.py; keys are strings or, for nested blocks, maps.
type answer struct {
	Refused  bool
	Profiles [][2]any
	Sessions [][2]any
	Path     string
}

// askPython puts all questions to one process of the CLI's own modules.
func askPython[Q any](t *testing.T, questions []Q) []answer {
	t.Helper()
	var in bytes.Buffer
	enc := json.NewEncoder(&in)
	for _, q := range questions {
		if err := enc.Encode(q); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("/usr/bin/python3", filepath.Join("..", "..", "test", "awsconfig", "list_profiles.py"))
	cmd.Env = cleanEnv(t)
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := make([]answer, len(questions))
	dec := json.NewDecoder(bytes.NewReader(out))
	for i := range answers {
		if err := dec.Decode(&answers[i]); err != nil {
			t.Fatalf("answer %d: %v", i, err)
		}
	}
	return answers
}

func cleanEnv(t *testing.T, more ...string) []string {
	return append([]string{"HOME=" + t.TempDir(), "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"}, more...)
}

// pair is a pair of files; encoding/json writes bytes in base64 and nil as null.
type pair struct {
	Config      []byte `json:"config"`
	Credentials []byte `json:"credentials"`
}

func (p pair) parse() *Config {
	return Parse(Source{"config", p.Config}, Source{"credentials", p.Credentials})
}

func TestSameAsTheCLI(t *testing.T) {
	needCLI(t)
	pairs := handPicked()
	r := rand.New(rand.NewPCG(20, 26))
	for range generatedPairs {
		pairs = append(pairs, generate(r))
	}
	refused := 0
	for i, want := range askPython(t, pairs) {
		if diff := compare(pairs[i].parse(), want); diff != "" {
			t.Errorf("pair %d: %s\nconfig %q\ncredentials %q", i, diff, pairs[i].Config, pairs[i].Credentials)
		}
		if want.Refused {
			refused++
		}
	}
	t.Logf("%d pairs, of which the CLI refuses %d", len(pairs), refused)
	if share := refused * 100 / len(pairs); share < 15 || share > 85 {
		t.Errorf("%d %% of the pairs are refused: the comparison says little", share)
	}
}

// compare tells the first difference between a model and what the CLI says.
func compare(c *Config, want answer) string {
	if problem, refused := c.Refused(); refused != want.Refused {
		return fmt.Sprintf("refused: got %v (%s), want %v", refused, problem.Code, want.Refused)
	}
	if want.Refused {
		return ""
	}
	var profiles, sessions [][2]any
	for _, p := range c.Profiles {
		profiles = append(profiles, [2]any{p.Name, asAny(p.Keys)})
	}
	for _, s := range c.Sessions {
		sessions = append(sessions, [2]any{s.Name, asAny(s.Keys)})
	}
	if got, want := toJSON(profiles), toJSON(want.Profiles); got != want {
		return fmt.Sprintf("profiles:\n got %s\nwant %s", got, want)
	}
	if got, want := toJSON(sessions), toJSON(want.Sessions); got != want {
		return fmt.Sprintf("sessions:\n got %s\nwant %s", got, want)
	}
	return ""
}

func asAny(keys []Key) map[string]any {
	m := map[string]any{}
	for _, k := range keys {
		if k.Nested == nil {
			m[k.Name] = k.Value
		} else {
			m[k.Name] = asAny(k.Nested)
		}
	}
	return m
}

// toJSON writes maps in the order of their keys.
func toJSON(list [][2]any) string {
	if len(list) == 0 {
		return "[]"
	}
	out, err := json.Marshal(list)
	if err != nil {
		panic(err)
	}
	return string(out)
}

// handPicked are the files of the tables of the other tests, each as config, as credentials and
// beside another file.
func handPicked() []pair {
	other := []byte("[default]\nregion = r\n[profile a]\nregion = s\n[b]\noutput = json\n")
	var pairs []pair
	for _, text := range tableTexts() {
		data := []byte(text)
		pairs = append(pairs, pair{data, nil}, pair{nil, data}, pair{data, other}, pair{other, data})
	}
	return append(pairs, pair{}, pair{[]byte{}, []byte{}}, pair{other, other})
}

// Parts of generated files; what is more frequent in life is here more than once.
var (
	genHeaders = []string{
		"[default]", "[default]", "[profile default]", "[profile a]", "[profile b]", "[profile c]", "[profile %d]",
		"[profile %d]", "[profile %d]", "[profile team/%d:x@y]", `[profile "a b %d"]`, `[profile 'q %d']`, `[profile a\ %d]`,
		"[sso-session s]", "[sso-session %d]", "[services s%d]", "[plugins]", "[preview]", "[%d]", "[a b %d]",
		"[DEFAULT]", "[Default]", "[Profile p%d]", "[ profile x%d]", "[profile  x%d ]", "[profile\tt%d]", "[profiles s%d]",
		"[profile two words %d]", "[profile O'Brien%d]", "[profile]", `[profile ""]`, "[profile a%d] # comment",
		"[profile a%d];c", "[profile a%d]junk", "[profile a%d] # see [x]", `[profile corp\a%d]`, "[profile ü%d]",
		"[profile a%d#b]", "[profile $(x%d)]", "[profile \u00a0n%d]", "[]]", "[] = x%d]", "[x%d\x1c]", `[profile "a\"%d"]`,
		"[profile \x00%d]", "  [profile deep%d]", "[profile `b%d`]",
	}
	genNames = []string{
		"region", "output", "sso_session", "sso_account_id", "sso_role_name", "sso_start_url", "s3", "api_versions",
		"k%d", "k%d", "k%d", "k%d", "k%d", "Region%d", "-", "--x%d", `"q%d"`, "`t%d", "[k%d", "#c%d", "a b%d", "ü%d", "\x00n%d", "[]",
	}
	genDelims = []string{" = ", " = ", " = ", "=", ":", " : ", "\t=\t", " =", "=\u00a0", " \x1f= "}
	genValues = []string{
		"", "", "", "r", "us-east-1", "https://x.awsapps.com/start/#/", "v # no comment", "v ; w", `"quoted"`, "'single'", "`open",
		"`both`", `"""open`, `"""both"""`, `ends\`, "%(region)s", "$HOME", "a = b", "ü\u2028x", "\x1ca\x1c", "\x00n", "x\ty", "\vv",
	}
	genDeep = []string{
		"a = b", "a=1", "b = 2", "A = 3", "= x", "c = d = e", "a = b", "[profile z]", "[x = y]", "more text", "--z=1", "x = 1\vy = 2", "# no", "; no", "x\x1d= 1",
	}
	genStray = []string{"stray", "= empty", ": e", "[]", "[profile open", "[", "]", "\ufeff"}
	genEnds  = []string{"\n", "\n", "\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\n# comment\n", "\n  \n", "\n\t; c\n"}
)

// generate makes a pair of files that is like real ones but for a few oddities; half of them
// should be such that the CLI reads them.
func generate(r *rand.Rand) pair {
	p := pair{Config: generateFile(r)}
	switch r.IntN(4) {
	case 0:
	case 1:
		p.Config = nil
		fallthrough
	default:
		p.Credentials = generateFile(r)
	}
	return p
}

func generateFile(r *rand.Rand) []byte {
	g := generator{r: r, careful: r.IntN(8) > 0}
	if r.IntN(60) == 0 {
		g.b.WriteString("\ufeff")
	}
	if r.IntN(30) > 0 {
		g.header()
	}
	for range r.IntN(14) {
		g.item()
	}
	if r.IntN(60) == 0 {
		g.b.WriteString("# \xff\n")
	}
	return g.b.Bytes()
}

// generator writes a file; a careful one mostly avoids names that it used before.
type generator struct {
	r       *rand.Rand
	b       bytes.Buffer
	careful bool
	section []string
	used    []string
}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

func (g *generator) fresh(list []string, used *[]string) string {
	for {
		s := strings.ReplaceAll(pick(g.r, list), "%d", fmt.Sprint(g.r.IntN(5)))
		if seen := strings.ToLower(s); !g.careful || !slices.Contains(*used, seen) || g.r.IntN(50) == 0 {
			*used = append(*used, seen)
			return s
		}
	}
}

func (g *generator) header() {
	g.b.WriteString(g.fresh(genHeaders, &g.section) + pick(g.r, genEnds))
	g.used = nil
}

func (g *generator) item() {
	switch n := g.r.IntN(100); {
	case n < 30:
		g.header()
	case n < 75:
		indent := strings.Repeat(" ", max(0, g.r.IntN(8)-5))
		g.b.WriteString(indent + g.fresh(genNames, &g.used) + pick(g.r, genDelims) + pick(g.r, genValues) + pick(g.r, genEnds))
	case n < 98:
		for range 1 + g.r.IntN(2) {
			g.b.WriteString(pick(g.r, []string{" ", "  ", "    ", "\t", "\u00a0 "}) + pick(g.r, genDeep) + pick(g.r, genEnds))
		}
	default:
		g.b.WriteString(pick(g.r, genStray) + pick(g.r, genEnds))
	}
}

// TestStandInEqualsTheCLI holds the Python process of TestSameAsTheCLI against the command itself.
func TestStandInEqualsTheCLI(t *testing.T) {
	needCLI(t)
	pairs := []pair{{}}
	r := rand.New(rand.NewPCG(4, 2))
	for len(pairs) < 20 {
		pairs = append(pairs, generate(r))
	}
	for i, want := range askPython(t, pairs) {
		names, refused := runCLI(t, pairs[i])
		var wantNames string
		for _, p := range want.Profiles {
			wantNames += p[0].(string) + "\n"
		}
		if refused != want.Refused || names != wantNames {
			t.Errorf("pair %d: CLI %q, refused %v; stand-in %q, refused %v\nconfig %q\ncredentials %q",
				i, names, refused, wantNames, want.Refused, pairs[i].Config, pairs[i].Credentials)
		}
	}
}

func runCLI(t *testing.T, p pair) (names string, refused bool) {
	t.Helper()
	dir := t.TempDir()
	config, credentials := filepath.Join(dir, "config"), filepath.Join(dir, "credentials")
	for path, data := range map[string][]byte{config: p.Config, credentials: p.Credentials} {
		if data == nil {
			continue
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(realCLI, "configure", "list-profiles")
	cmd.Env = cleanEnv(t, "AWS_CONFIG_FILE="+config, "AWS_SHARED_CREDENTIALS_FILE="+credentials)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err == nil {
		return string(out), false
	}
	if !strings.Contains(stderr.String(), "Unable to parse config file") {
		t.Fatalf("%v: %s\nconfig %q\ncredentials %q", err, stderr.String(), p.Config, p.Credentials)
	}
	return "", true
}
