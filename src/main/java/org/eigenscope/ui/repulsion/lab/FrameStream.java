package org.eigenscope.ui.repulsion.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Frames computed in the background, in order, one at a time.
 *
 * <p>A request during the computation of a frame is merged into the next, so that a slow ensemble lags behind the drag
 * by one frame and never by a queue. While the lab plays by itself, frames are computed ahead of the pictures, so that
 * a single frame may take longer than a picture is shown.
 */
final class FrameStream {
    private static final int MOST_AHEAD = 2;

    private final LatestTask frames;
    private final LabEngine engine = new LabEngine();
    private final Wishes wishes;
    private final Outcome<LabFrame> shown;
    private final Deque<LabFrame> ahead = new ArrayDeque<>();
    private boolean underWay;
    private boolean stale;
    /** Whether a picture was due and no new frame was ready; the next frame is then shown as soon as it arrives. */
    private boolean awaited;

    /**
     * What the owner of the stream wants next.
     *
     * @param request what is asked for now; the argument tells whether only because time goes by
     * @param moving whether frames follow each other
     * @param early whether the next may be made before its picture is due
     */
    record Wishes(Function<Boolean, LabRequest> request, BooleanSupplier moving, BooleanSupplier early) {}

    /**
     * @param frames makes frames in the background
     * @param wishes asked whenever one can be made
     * @param shown takes each frame when it is to be seen
     */
    FrameStream(LatestTask frames, Wishes wishes, Outcome<LabFrame> shown) {
        this.frames = frames;
        this.wishes = wishes;
        this.shown = shown;
    }

    /** Requests a frame for the current wishes and drops the frames that were computed ahead. */
    void request() {
        ahead.clear();
        if (underWay) {
            stale = true;
        } else {
            submit(false);
        }
    }

    /** Called when a picture is due: shows the next frame if there is one. */
    void picture() {
        if (ahead.isEmpty()) {
            awaited = wishes.moving().getAsBoolean();
        } else {
            shown.succeeded(ahead.remove());
        }
        moveOn();
    }

    private void moveOn() {
        if (!underWay && ahead.size() < MOST_AHEAD && wishes.moving().getAsBoolean()) {
            submit(true);
        }
    }

    private void submit(boolean onward) {
        underWay = true;
        stale = false;
        LabRequest request = wishes.request().apply(onward);
        frames.submit("Drawing", (progress, cancel) -> engine.next(request), new Outcome<LabFrame>() {
            @Override
            public void succeeded(LabFrame result) {
                underWay = false;
                if (onward && !stale && !awaited) {
                    ahead.add(result);
                } else {
                    awaited = false;
                    shown.succeeded(result);
                }
                follow();
            }

            @Override
            public void failed(EigenscopeException reason) {
                underWay = false;
                shown.failed(reason);
                follow();
            }
        });
    }

    private void follow() {
        if (stale) {
            request();
        } else if (wishes.early().getAsBoolean()) {
            moveOn();
        }
    }
}
