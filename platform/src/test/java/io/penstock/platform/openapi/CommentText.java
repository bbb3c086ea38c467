package io.penstock.platform.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;

import java.util.HashMap;
import java.util.List;

/** Javadoc as Markdown in one line. */
final class CommentText {

    /** Where a need comes from is for those who change the code. */
    private static final String ORIGIN = "\\s*\\((?:S-|B-|etm )[^)]*\\)";

    private CommentText() {}

    static Comment of(DocCommentTree tree) {
        var parameters = new HashMap<String, String>();
        var answer = "";
        for (var tag : tree.getBlockTags()) {
            switch (tag) {
                case ParamTree param ->
                        parameters.put(
                                param.getName().getName().toString(), text(param.getDescription()));
                case ReturnTree returned -> answer = text(returned.getDescription());
                default -> {
                    // Errors and references say nothing to a caller over HTTP.
                }
            }
        }
        return new Comment(
                withoutStop(text(tree.getFirstSentence())),
                text(tree.getBody()),
                parameters,
                answer);
    }

    private static String text(List<? extends DocTree> trees) {
        var text = new StringBuilder();
        trees.forEach(tree -> text.append(piece(tree)));
        return text.toString().replaceAll("\\s+", " ").replaceAll(ORIGIN, "").strip();
    }

    private static String piece(DocTree tree) {
        return switch (tree) {
            case TextTree plain -> plain.getBody();
            case LiteralTree code -> "`" + code.getBody().getBody() + "`";
            case LinkTree link -> linked(link);
            case StartElementTree _, EndElementTree _ -> " ";
            default -> tree.toString();
        };
    }

    private static String linked(LinkTree link) {
        if (!link.getLabel().isEmpty()) {
            return text(link.getLabel());
        }
        var signature = link.getReference().getSignature();
        return signature.substring(
                Math.max(signature.lastIndexOf('.'), signature.lastIndexOf('#')) + 1);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
