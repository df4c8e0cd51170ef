package org.eigenscope.ui.repulsion.lab;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The lab: an ensemble, its dynamics, and the newest frame of it. */
public final class LabModel {
    /** The least κ of its slider. */
    public static final double LEAST_KAPPA = 0.01;

    public static final double GREATEST_KAPPA = 8000;
    public static final double LEAST_GAMMA = 0.02;
    public static final int LEAST_SIZE = 10;
    public static final int GREATEST_SIZE = 2000;

    private static final String REDUCED_MOTION = "reduced-motion";
    private static final String ON = "on";
    private static final String OFF = "off";

    private static final double FIRST_SPEED = 0.02;
    /** Pictures a second with reduced motion. */
    private static final double REDUCED_RATE = 2;

    /** The time between two changes of the numbers on screen, in seconds. */
    private static final double READING_TIME = 0.125;

    private final FrameStream frames;
    private final DoubleProperty kappa = new SimpleDoubleProperty(this, "kappa", 2);
    private final DoubleProperty gamma = new SimpleDoubleProperty(this, "gamma", 0.5);
    private final IntegerProperty size = new SimpleIntegerProperty(this, "size", 200);
    private final ObjectProperty<Orientation> orientation =
            new SimpleObjectProperty<>(this, "orientation", Orientation.DIRECT);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final ObjectProperty<LabSettings.Dynamics> dynamics =
            new SimpleObjectProperty<>(this, "dynamics", LabSettings.Dynamics.WALK);
    private final BooleanProperty trails = new SimpleBooleanProperty(this, "trails", true);
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", FIRST_SPEED);
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private final ReadOnlyObjectWrapper<Optional<LabFrame>> frame =
            new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LabFrame>> reading =
            new ReadOnlyObjectWrapper<>(this, "reading", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyBooleanWrapper pulling = new ReadOnlyBooleanWrapper(this, "pulling");
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private int drawNumber;
    private double advance;
    private double sincePicture;
    private double sinceReading;
    private Optional<LabRequest.Pull> pull = Optional.empty();

    /**
     * @param frames makes frames in the background
     * @param settings remember whether motion is to be kept low
     */
    public LabModel(LatestTask frames, Settings settings) {
        FrameStream.Wishes wishes = new FrameStream.Wishes(
                this::wish,
                () -> playing.get() || pull.isPresent(),
                () -> playing.get() && pull.isEmpty() && !reducedMotion.get());
        this.frames = new FrameStream(frames, wishes, new Outcome<LabFrame>() {
            @Override
            public void succeeded(LabFrame result) {
                failure.set("");
                show(result);
            }

            @Override
            public void failed(EigenscopeException reason) {
                playing.set(false);
                failure.set(reason.getMessage());
            }
        });
        reducedMotion.set(settings.get(REDUCED_MOTION).filter(ON::equals).isPresent());
        reducedMotion.addListener((source, old, reduced) -> settings.put(REDUCED_MOTION, reduced ? ON : OFF));
        kappa.addListener((source, old, value) -> request());
        gamma.addListener((source, old, value) -> request());
        size.addListener((source, old, value) -> request());
        orientation.addListener((source, old, value) -> turn());
        logarithmic.addListener((source, old, value) -> request());
        dynamics.addListener((source, old, value) -> request());
        seed.addListener((source, old, value) -> restart());
        playing.addListener((source, old, value) -> reading.set(frame.get()));
    }

    /** Asks for the first frame. */
    public void open() {
        if (frame.get().isEmpty()) {
            request();
        }
    }

    private void restart() {
        drawNumber = 0;
        request();
    }

    private void turn() {
        release();
        request();
    }

    /** Draws independent eigenvalues: the next draw of the seed. */
    public void drawAfresh() {
        release();
        drawNumber++;
        request();
    }

    /** One step of the dynamics. */
    public void step() {
        advance = speed.get();
        request();
    }

    /**
     * Called for every picture that the window could show.
     *
     * @param seconds since the last call
     */
    public void pulse(double seconds) {
        sincePicture += seconds;
        sinceReading += seconds;
        if (!reducedMotion.get() || sincePicture >= 1 / REDUCED_RATE) {
            sincePicture = 0;
            frames.picture();
        }
    }

    private void show(LabFrame next) {
        frame.set(Optional.of(next));
        if (!playing.get() || sinceReading >= READING_TIME) {
            sinceReading = 0;
            reading.set(frame.get());
        }
    }

    /** Begins to drag the eigenvalue nearest to λ; from now on the eigenvalues move by Langevin steps. */
    public void grab(double lambda) {
        if (frame.get().isPresent() && lambda > 0) {
            pull = Optional.of(new LabRequest.Pull(lambda, lambda));
            pulling.set(true);
            dynamics.set(LabSettings.Dynamics.LANGEVIN);
            request();
        }
    }

    /** Drags that eigenvalue to λ. */
    public void pullTo(double lambda) {
        if (pull.isPresent() && lambda > 0) {
            pull = Optional.of(new LabRequest.Pull(pull.get().grabbed(), lambda));
            request();
        }
    }

    /** Ends the drag of an eigenvalue; it is held no more. */
    public void release() {
        if (pull.isPresent()) {
            pull = Optional.empty();
            pulling.set(false);
            request();
        }
    }

    private LabSettings settings() {
        return new LabSettings(
                kappa.get(),
                gamma.get(),
                size.get(),
                orientation.get(),
                logarithmic.get(),
                dynamics.get(),
                new LabSettings.Draw(seed.get(), drawNumber));
    }

    private void request() {
        frames.request();
    }

    private LabRequest wish(boolean onward) {
        double time = onward && playing.get() ? speed.get() : advance;
        advance = 0;
        return new LabRequest(settings(), time, pull);
    }

    /** κ, from {@link #LEAST_KAPPA} to {@link #GREATEST_KAPPA}. */
    public DoubleProperty kappaProperty() {
        return kappa;
    }

    /** γ, from {@link #LEAST_GAMMA} to 1. */
    public DoubleProperty gammaProperty() {
        return gamma;
    }

    /** N, the number of eigenvalues in a draw. */
    public IntegerProperty sizeProperty() {
        return size;
    }

    public ObjectProperty<Orientation> orientationProperty() {
        return orientation;
    }

    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    public ObjectProperty<LabSettings.Dynamics> dynamicsProperty() {
        return dynamics;
    }

    public BooleanProperty trailsProperty() {
        return trails;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Whether motion is reduced: two pictures a second and no trails. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** The time by which the walk advances for one picture. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    public LongProperty seedProperty() {
        return seed;
    }

    /** The newest frame; empty before the first. */
    public ReadOnlyObjectProperty<Optional<LabFrame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** The frame that numbers on screen are read from; it changes less often than {@link #frameProperty}. */
    public ReadOnlyObjectProperty<Optional<LabFrame>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why there is no newer frame; empty if there is none to explain. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the lab is shown; while it is not, no frame is made. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    public ReadOnlyBooleanProperty pullingProperty() {
        return pulling.getReadOnlyProperty();
    }
}
