package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql;

import java.util.function.Predicate;

/** A filter in its three forms. */
record Filter<T>(String text, Fql tree, Predicate<T> test) {}
