package io.penstock.platform.api;

import io.penstock.core.transform.MapFault;
import io.penstock.platform.map.SaveOutcome;
import io.penstock.wire.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.util.List;

/** How a map that was to be saved is answered. */
final class MapAnswers {

    private MapAnswers() {}

    /** A problem that lists every fault. */
    record MapProblem(
            int status,
            String title,
            String detail,
            String code,
            String hint,
            List<MapFault> faults) {}

    static ResponseEntity<?> of(SaveOutcome outcome, HttpStatus status) {
        return switch (outcome) {
            case SaveOutcome.Saved(var version) ->
                    ResponseEntity.status(status).body(MapJson.of(version));
            case SaveOutcome.Refused(var faults) ->
                    ResponseEntity.badRequest()
                            .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                            .body(problem(faults));
        };
    }

    private static MapProblem problem(List<MapFault> faults) {
        var first = faults.getFirst();
        var where = first.row() == 0 ? "" : "Row " + first.row() + ": ";
        return new MapProblem(
                HttpStatus.BAD_REQUEST.value(),
                "The map cannot work",
                where + first.sentence(),
                "MAP_REFUSED",
                faults.size() == 1
                        ? "Nothing was saved."
                        : "Nothing was saved; there are " + faults.size() + " faults in all.",
                faults);
    }
}
