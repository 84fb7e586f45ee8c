package main

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// startServer starts the whole fake, and gives the folder of its files.
func startServer(t *testing.T, stop func()) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "state")
	s, err := start(dir, defaultSettings(), stop)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	return dir
}

func readFile(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// exported reads one variable of the file env.
func exported(t *testing.T, dir, name string) string {
	t.Helper()
	for line := range strings.Lines(readFile(t, dir, "env")) {
		if value, ok := strings.CutPrefix(line, name+"="); ok {
			return strings.TrimSpace(value)
		}
	}
	t.Fatalf("env has no %s", name)
	return ""
}

// proxyClient goes through the fake, and trusts its authority alone.
func proxyClient(t *testing.T, dir string) *http.Client {
	t.Helper()
	address, err := url.Parse(exported(t, dir, "HTTPS_PROXY"))
	if err != nil {
		t.Fatal(err)
	}
	pool, err := readAuthorities(exported(t, dir, "AWS_CA_BUNDLE"))
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{Proxy: http.ProxyURL(address), TLSClientConfig: &tls.Config{RootCAs: pool}}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

func TestCallsThroughTheProxy(t *testing.T) {
	dir := startServer(t, func() {})
	client := proxyClient(t, dir)
	for range 2 {
		response, err := client.Get(portalURL + "/assignment/accounts")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusUnauthorized {
			t.Errorf("status %d", response.StatusCode)
		}
	}
	line := "ListAccounts region=eu-west-1 status=401 error=UnauthorizedException\n"
	if got, want := readFile(t, dir, "log"), line+line; got != want {
		t.Errorf("log:\n%swant:\n%s", got, want)
	}
}

func TestProxyIsNoWayOut(t *testing.T) {
	dir := startServer(t, func() {})
	client := proxyClient(t, dir)
	if response, err := client.Get("https://example.com/"); err == nil {
		response.Body.Close()
		t.Errorf("https: status %d", response.StatusCode)
	}
	if response, err := client.Get("https://sts.amazonaws.com:8443/"); err == nil {
		response.Body.Close()
		t.Errorf("another port: status %d", response.StatusCode)
	}
	response, err := client.Get("http://example.com/")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusBadGateway {
		t.Errorf("http: status %d", response.StatusCode)
	}
	want := "Refused host=example.com:443\nRefused host=sts.amazonaws.com:8443\nRefused host=example.com\n"
	if got := readFile(t, dir, "log"); got != want {
		t.Errorf("log:\n%swant:\n%s", got, want)
	}
}

func TestControlThroughItsOwnAddress(t *testing.T) {
	stopped := make(chan struct{})
	dir := startServer(t, func() { close(stopped) })
	address := "http://127.0.0.1:" + strings.TrimSpace(readFile(t, dir, "port"))
	response, err := http.Get(address + "/-/stop")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	<-stopped
}

func TestBrowserReachesTheCallback(t *testing.T) {
	var got url.Values
	callback := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.URL.Query() }))
	defer callback.Close()
	page := httptest.NewTLSServer(http.RedirectHandler(callback.URL+"/oauth/callback?code=c&state=s", http.StatusFound))
	defer page.Close()
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pemOf(page.Certificate()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := visit(page.URL, ca); err != nil {
		t.Fatal(err)
	}
	if got.Get("code") != "c" || got.Get("state") != "s" {
		t.Errorf("callback: %v", got)
	}
}

func TestBrowserSaysWhenAPageFails(t *testing.T) {
	page := httptest.NewTLSServer(http.NotFoundHandler())
	defer page.Close()
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pemOf(page.Certificate()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := visit(page.URL, ca); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("error %v", err)
	}
	if err := visit(page.URL, os.DevNull); err == nil {
		t.Error("it trusted a page without a certificate")
	}
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{nil, {"other"}, {"serve"}, {"serve", "--dir", "x", "y"}, {"browser"}, {"browser", "a", "b"}} {
		if err := run(args); err == nil {
			t.Errorf("run(%q) succeeded", args)
		}
	}
}
