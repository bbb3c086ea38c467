package io.penstock.platform.intake;

/** Which slice of a run: its stream and its number there. */
record SliceName(String stream, int number) {

    @Override
    public String toString() {
        return stream + "/" + number;
    }
}
