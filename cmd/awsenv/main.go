// Command awsenv prints the shell code that switches AWS profiles, signs in to them, and shows them in the prompt.
package main

import "os"

func main() {
	os.Exit(run(os.Args, process()))
}
