package io.penstock.platform.audit;

import io.penstock.platform.text.SaidText;

/**
 * What a request asks for.
 *
 * @param action a word for what is done, such as {@code user.disable}
 * @param request method and path, without the values of the path where they are known
 * @param object what it is done to; empty when the request does not name it
 * @param part a part of the object; mostly empty
 */
public record AuditDeed(String action, String request, String object, String part) {

    private static final int ACTION_MAX = 100;
    private static final int TEXT_MAX = 200;

    public AuditDeed {
        action = SaidText.within(action, ACTION_MAX);
        request = SaidText.within(request, TEXT_MAX);
        object = SaidText.within(object, TEXT_MAX);
        part = SaidText.within(part, TEXT_MAX);
    }
}
