// Fakesso stands in for AWS IAM Identity Center, so that tests can run the
// real AWS CLI through every outcome of a sign-in without an account and
// without a network:
//
//	fakesso serve --dir DIR [--SETTING VALUE]…
//	fakesso browser URL
//
// Serve is an HTTPS proxy on the loopback interface that answers for AWS's
// hosts itself and for no other host, and opens no connection. It writes what a
// client needs to know into DIR; the file env, NAME=value lines to export,
// comes last and says that it is ready:
//
//	ca.pem  the authority that signed its certificates
//	port    where it listens
//	log     one line for each call that it answered
//	env     HTTPS_PROXY and the like
//
// While it runs, requests to its own address steer it; see the settings type
// and the control method. It ends when its parent does, when the pipe that is
// its standard input closes, and after 30 minutes in any case.
//
// Browser stands in for the person: as a value of the BROWSER variable,
// "fakesso browser %s", it opens the page where access is allowed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

const usage = "usage: fakesso serve --dir DIR [--SETTING VALUE]... | fakesso browser URL"

var errUsage = errors.New(usage)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "fakesso: %v\n", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errUsage
	}
	switch args[0] {
	case "serve":
		return runServe(args[1:])
	case "browser":
		return runBrowser(args[1:])
	default:
		return errUsage
	}
}

func runServe(args []string) error {
	chosen := defaultSettings()
	flags := chosen.flags()
	dir := flags.String("dir", "", "the folder for ca.pem, port, log and env")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	if *dir == "" || flags.NArg() > 0 {
		return errUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return serve(ctx, *dir, chosen)
}
