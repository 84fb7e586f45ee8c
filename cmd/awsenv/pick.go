package main

import (
	"errors"
	"slices"

	"awsenv/internal/awsconfig"
	"awsenv/internal/identity"
	"awsenv/internal/picker"
)

// choose lets a person pick a profile, the most recently used first; where there is no terminal it lists what there is
// to choose from, and ends with status 2.
func (w *world) choose(config *awsconfig.Config, command string) (string, error) {
	if len(config.Profiles) == 0 {
		return "", misuse(configureHint, "no profile is configured")
	}
	rows := w.choices(config)
	name, err := w.pickFrom(rows, config, command)
	if errors.Is(err, picker.ErrNoTerminal) {
		return "", w.listChoices(rows, command)
	}
	return name, err
}

// chooseInstead tells why the active profile cannot be used, and lets a person at a terminal pick another one.
func (w *world) chooseInstead(config *awsconfig.Config, command string, problem error) (string, error) {
	status := w.report(problem)
	if len(config.Profiles) == 0 {
		return "", &failure{status: status}
	}
	name, err := w.pickFrom(w.choices(config), config, command)
	if errors.Is(err, picker.ErrNoTerminal) {
		return "", &failure{status: status}
	}
	return name, err
}

func (w *world) pickFrom(rows []row, config *awsconfig.Config, command string) (string, error) {
	cells := make([][]string, len(rows))
	for i, r := range rows {
		cells[i] = r.cells()
	}
	active := identity.Resolve(w.lookup, config).Name
	index, err := w.pick(cells, picker.Options{
		Header: columnNames, Prompt: command + "> ", Color: w.get("NO_COLOR") == "",
		Current: slices.IndexFunc(rows, func(r row) bool { return r.Name == active }),
	})
	switch {
	case errors.Is(err, picker.ErrCancelled):
		return "", &failure{status: cancelled}
	case err != nil:
		return "", err
	}
	return rows[index].Name, nil
}

// choices are the profiles, those that were used last before the others. One without a name cannot be chosen by a
// variable.
func (w *world) choices(config *awsconfig.Config) []row {
	rows := slices.DeleteFunc(w.rows(config), func(r row) bool { return r.Name == "" })
	rank := map[string]int{}
	for i, name := range w.recent() {
		rank[name] = i - recentLimit
	}
	slices.SortStableFunc(rows, func(a, b row) int { return rank[a.Name] - rank[b.Name] })
	return rows
}
