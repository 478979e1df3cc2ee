package io.permanence.callrouter.console.people;

/** A team by its name. */
public record TeamName(String teamId, String name) {}
