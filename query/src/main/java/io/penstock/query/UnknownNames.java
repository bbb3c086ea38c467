package io.penstock.query;

/** What to say of a name that is no field: why the field is not there, or which one was meant. */
final class UnknownNames {

    private static final String NO_IDEA =
            "The help lists all fields; a text with a colon is searched for in quotes.";

    private final FieldCatalogue catalogue;

    UnknownNames(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param written as it stands in the query
     * @param name with the path of the groups around it
     * @param path of those groups, or empty
     */
    QueryException refused(String written, String name, String path, Place place) {
        var missing = catalogue.unavailable(name);
        if (missing.isPresent()) {
            return new QueryException(
                    place.column(),
                    "'" + written + "' is not available because " + missing.get().because() + ".",
                    missing.get().hint());
        }
        var hint =
                catalogue
                        .nearest(name, path)
                        .map(near -> path.isEmpty() ? near : near.substring(path.length() + 1))
                        .filter(near -> !near.equalsIgnoreCase(written))
                        .map(near -> "Did you mean " + near + "?");
        return new QueryException(
                place.column(), "There is no field '" + written + "' here.", hint.orElse(NO_IDEA));
    }
}
