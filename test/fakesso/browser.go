package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// browserTimeout bounds one visit; nobody waits for it to fail.
const browserTimeout = 20 * time.Second

// runBrowser opens a page as a desktop's browser does: the command returns at
// once, and the work goes on behind it. A client that waits for the command
// before it answers its callback would hang otherwise.
func runBrowser(args []string) error {
	switch {
	case len(args) == 1:
		return startBrowser(args[0])
	case len(args) == 2 && args[0] == "--wait":
		return visit(args[1], os.Getenv("AWS_CA_BUNDLE"))
	default:
		return errUsage
	}
}

func startBrowser(url string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	// Its output is nobody's: a test would wait for the pipe to close.
	return exec.Command(self, "browser", "--wait", url).Start()
}

// visit gets a page through the proxy of the environment and follows it to the
// client's callback.
func visit(url, caFile string) error {
	pool, err := readAuthorities(caFile)
	if err != nil {
		return err
	}
	client := &http.Client{
		Timeout: browserTimeout,
		Transport: &http.Transport{
			// It never asks for a proxy to the loopback interface, where the callback is.
			Proxy:           http.ProxyFromEnvironment,
			TLSClientConfig: &tls.Config{RootCAs: pool},
		},
	}
	response, err := client.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the page answered %s", response.Status)
	}
	return nil
}

func readAuthorities(file string) (*x509.CertPool, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(text) {
		return nil, errors.New(file + " has no certificate")
	}
	return pool, nil
}
