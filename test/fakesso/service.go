package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// service is all of Identity Center that the fake knows, behind one lock.
type service struct {
	journal *journal
	now     func() time.Time
	stop    func()

	mu       sync.Mutex
	settings *settings
	// made counts what was given out, so that each has a name of its own.
	made      int
	clients   map[string]*client
	devices   map[string]*device
	codes     map[string]*authorization
	tokens    map[string]time.Time
	refreshes map[string]bool
}

func newService(chosen *settings, notes *journal, stop func()) *service {
	return &service{
		journal:   notes,
		now:       time.Now,
		stop:      stop,
		settings:  chosen,
		clients:   map[string]*client{},
		devices:   map[string]*device{},
		codes:     map[string]*authorization{},
		tokens:    map[string]time.Time{},
		refreshes: map[string]bool{},
	}
}

// operation answers one call. It runs under the service's lock.
type operation func(*call) answer

// call is a request and where it went.
type call struct {
	*http.Request
	kind, region string
}

// answer is what a client gets, and what the journal says of it.
type answer struct {
	status int
	header http.Header
	body   []byte
	// error is the code of a refusal, for the journal.
	error string
	facts []fact
}

// with adds facts for the journal.
func (a answer) with(facts ...fact) answer {
	a.facts = append(facts, a.facts...)
	return a
}

// ServeHTTP implements http.Handler: it answers for AWS's hosts.
func (s *service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host := hostOf(r.Host)
	kind, region := hostKind(host)
	name, do := s.find(kind, r)
	if do == nil {
		s.journal.write("Unknown", fact{"host", host}, fact{"method", r.Method}, fact{"path", r.URL.Path})
		http.Error(w, "fakesso does not know this call", http.StatusNotFound)
		return
	}
	a := s.answer(name, do, &call{r, kind, region})
	// The journal comes first: when the client has its answer, a test can read the line.
	facts := append([]fact{{"region", region}}, a.facts...)
	s.journal.write(name, append(facts, fact{"status", fmt.Sprint(a.status)}, fact{"error", a.error})...)
	for key, values := range a.header {
		w.Header()[key] = values
	}
	w.WriteHeader(a.status)
	w.Write(a.body)
}

func (s *service) answer(name string, do operation, c *call) answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	if slices.Contains(s.settings.fail.words, name) || slices.Contains(s.settings.fail.words, "all") {
		return serverError(c.kind)
	}
	return do(c)
}

// find gives the operation that a request means, and its name.
func (s *service) find(kind string, r *http.Request) (string, operation) {
	switch kind {
	case "oidc":
		return s.findOIDC(r)
	case "portal":
		return s.findPortal(r)
	case "sts":
		return s.findSTS(r)
	case "page":
		return "OpenPage", s.openPage
	default:
		return "", nil
	}
}

// reachable tells whether a client that asks for the host gets through.
func (s *service) reachable(host string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind, _ := hostKind(host)
	return kind != "" && !s.settings.offline
}

// hostKind tells what a host is for, and its region where the name has one.
func hostKind(host string) (kind, region string) {
	if strings.HasSuffix(host, ".awsapps.com") || strings.HasSuffix(host, ".app.aws") {
		return "page", ""
	}
	name, isAWS := strings.CutSuffix(host, ".amazonaws.com")
	if !isAWS {
		return "", ""
	}
	if name == "sts" {
		return "sts", "global"
	}
	for prefix, kind := range map[string]string{"oidc.": "oidc", "portal.sso.": "portal", "sts.": "sts"} {
		if region, ok := strings.CutPrefix(name, prefix); ok && !strings.Contains(region, ".") {
			return kind, region
		}
	}
	return "", ""
}

// hostOf is a Host header without its port.
func hostOf(header string) string {
	if host, _, err := net.SplitHostPort(header); err == nil {
		return host
	}
	return header
}

// number gives out the next number.
func (s *service) number() int {
	s.made++
	return s.made
}

func jsonAnswer(status int, body any) answer {
	text, err := json.Marshal(body)
	if err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte(err.Error())}
	}
	return answer{status: status, header: http.Header{"Content-Type": {"application/json"}}, body: text}
}

// jsonError is a refusal as the JSON protocols of AWS have it: the exception's
// name in a header.
func jsonError(status int, exception string, body any) answer {
	a := jsonAnswer(status, body)
	a.header.Set("X-Amzn-Errortype", exception)
	a.error = exception
	return a
}

// serverError is what a client of that kind of host takes for a fault of the
// server, and tries again.
func serverError(kind string) answer {
	const message = "fakesso was told to fail"
	switch kind {
	case "oidc":
		return oidcError("server_error")
	case "portal":
		return portalError(http.StatusInternalServerError, "InternalServerException", message)
	case "sts":
		return stsError(http.StatusInternalServerError, "InternalFailure", message)
	default:
		return pageAnswer(http.StatusInternalServerError, message)
	}
}
