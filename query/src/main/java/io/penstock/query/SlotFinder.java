package io.penstock.query;

import io.penstock.query.Parser.Reading;
import io.penstock.query.Token.Kind;

import java.util.List;

/** Lets the parser read up to the caret and says what it would read next. */
final class SlotFinder {

    private final FieldCatalogue catalogue;
    private final TokenReader tokens;
    private final Parser parser;

    private SlotFinder(List<Token> settled, FieldCatalogue catalogue) {
        this.catalogue = catalogue;
        this.tokens = new TokenReader(settled);
        this.parser = new Parser(tokens);
    }

    /**
     * @param settled what stands before the token that is being typed, an END last
     */
    static Slot find(List<Token> settled, FieldCatalogue catalogue) {
        return new SlotFinder(settled, catalogue).slot();
    }

    private Slot slot() {
        if (tokens.peek().is(Kind.END)) {
            return new Slot.Operand(Scope.OUTERMOST, true);
        }
        var readable = reads();
        if (!readable && !tokens.peek().isWord("not")) {
            return new Slot.Nothing();
        }
        return switch (parser.reading()) {
            case OPERAND -> readable ? operand() : new Slot.Nothing();
            case TERM -> readable ? term() : new Slot.Nothing();
            case JOINT -> joint(readable);
        };
    }

    /** True when nothing is wrong but that the text ends too early. */
    private boolean reads() {
        try {
            parser.query();
            return true;
        } catch (QueryException e) {
            return tokens.peek().is(Kind.END)
                    && (parser.reading() == Reading.JOINT
                            || e.fault().position() == tokens.peek().column());
        }
    }

    private Slot operand() {
        var last = tokens.since(tokens.read() - 1);
        return last.size() == 1 && last.getFirst().is(Kind.LEFT_PARENTHESIS)
                ? opened(tokens.since(Math.max(0, tokens.read() - 3)))
                : place();
    }

    /** {@code field:(} begins a range of an ordered field, and else a group. */
    private Slot opened(List<Token> written) {
        if (written.size() == 3 && written.get(1).is(Kind.OPERATOR)) {
            var outside = scope(1);
            if (ranged(outside, written.getFirst())) {
                return new Slot.Term(
                        field(outside, written.getFirst()),
                        Operator.of(written.get(1).text()),
                        written.subList(2, 3),
                        new Slot.Joint(parser.levels().size() > 2));
            }
        }
        return place();
    }

    private Slot term() {
        var written = tokens.since(parser.leafAt());
        var field = catalogue.field(scope(0).name(written.getFirst().text()));
        var operator = Operator.of(written.get(1).text());
        return field.isEmpty() || (operator.ordering() && written.size() > 2)
                ? new Slot.Nothing()
                : new Slot.Term(field.get(), operator, written.subList(2, written.size()), whole());
    }

    /** After words the text may still become a term: a name, {@code is}, a range begun. */
    private Slot joint(boolean readable) {
        var words = tokens.since(parser.leafAt());
        var name = words.getFirst();
        if (!readable) {
            return words.size() == 3 && words.get(1).isWord("is") && words.get(2).isWord("not")
                    ? nullTest(name, true)
                    : new Slot.Nothing();
        }
        if (words.size() == 1 && parser.leafAt() >= 3) {
            var before = tokens.since(parser.leafAt() - 3);
            var begun = opened(before.subList(0, 3));
            if (before.get(2).is(Kind.LEFT_PARENTHESIS) && begun instanceof Slot.Term range) {
                return range.with(name);
            }
        }
        if (words.size() == 1 && name.is(Kind.WORD)) {
            return new Slot.AfterWord(place(), name.text(), whole());
        }
        return words.size() == 2 && words.get(1).isWord("is") ? nullTest(name, false) : whole();
    }

    private Slot nullTest(Token name, boolean negated) {
        var known = catalogue.field(scope(0).name(name.text()));
        return name.is(Kind.WORD) && known.isPresent() ? new Slot.NullTest(negated) : whole();
    }

    private Slot.Operand place() {
        return new Slot.Operand(scope(0), parser.depth() < Parser.DEPTH_MAX);
    }

    private Slot.Joint whole() {
        return new Slot.Joint(parser.levels().size() > 1);
    }

    private QueryField field(Scope scope, Token name) {
        return catalogue.field(scope.name(name.text())).orElseThrow();
    }

    private boolean ranged(Scope scope, Token name) {
        var path = scope.name(name.text());
        return !catalogue.group(path)
                && catalogue.field(path).filter(ConditionReader::ordered).isPresent();
    }

    /**
     * The groups around the place.
     *
     * @param closed how many of the innermost levels are taken as closed
     */
    private Scope scope(int closed) {
        var scope = Scope.OUTERMOST;
        var levels = List.copyOf(parser.levels());
        for (var i = levels.size() - 1; i >= closed; i--) {
            var path = levels.get(i).path();
            scope = path.isEmpty() ? scope : scope.entered(scope.name(path), catalogue);
        }
        return scope;
    }
}
