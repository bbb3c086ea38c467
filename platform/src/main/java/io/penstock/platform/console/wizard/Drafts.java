package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import jakarta.servlet.http.HttpSession;

import org.springframework.web.util.WebUtils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The drafts of a session: they end with it, with Confirm and with Cancel. There are a few at most;
 * a new one takes the place of the one that was left alone longest. What a draft holds is bounded
 * by what one form may send.
 */
final class Drafts {

    static final int KEPT = 5;

    private static final String ATTRIBUTE = "penstock.drafts";

    private final Map<UUID, Draft> byId = new LinkedHashMap<>();

    private Drafts() {}

    static Drafts of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(ATTRIBUTE) instanceof Drafts drafts) {
                return drafts;
            }
            var drafts = new Drafts();
            session.setAttribute(ATTRIBUTE, drafts);
            return drafts;
        }
    }

    /**
     * @throws FaultException NOT_FOUND when it has ended
     */
    synchronized Draft require(UUID id) {
        var draft = byId.get(id);
        if (draft == null) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "DRAFT_UNKNOWN",
                    "This draft of a connection has ended.",
                    "It was saved or cancelled, or its session ended. Look at the list of"
                            + " connections, or begin a new one there.");
        }
        return draft;
    }

    /** The one that was changed last first. */
    synchronized List<Draft> all() {
        return new ArrayList<>(byId.values()).reversed();
    }

    synchronized void keep(Draft draft) {
        byId.remove(draft.id());
        if (byId.size() == KEPT) {
            byId.remove(byId.keySet().iterator().next());
        }
        byId.put(draft.id(), draft);
    }

    synchronized void end(UUID id) {
        byId.remove(id);
    }
}
