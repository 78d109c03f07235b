package city.luotsi.dashboard.loading;

import city.luotsi.dashboard.shell.Kept;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place on a page that fills itself: with what was loaded, a skeleton until it is there, or why it isn't. */
public final class Slot<T> extends Div {
    private final Loader loader;
    private final Wording wording;
    private final Function<T, Component> drawing;
    private @Nullable Callable<T> asked;
    private boolean isDue;
    private Consumer<TileState<T>> listener = state -> {};
    private Future<?> running = CompletableFuture.completedFuture(null);
    private int turn;

    /** @param drawing of what was brought: the same component as before, which shows something else now, or another */
    public Slot(Loader loader, Wording wording, Function<T, Component> drawing) {
        this.loader = loader;
        this.wording = wording;
        this.drawing = drawing;
        addClassName("slot");
    }

    /**
     * @param work done in the background
     * @param drawing of what it brought
     */
    public Slot(Loader loader, Wording wording, Callable<T> work, Function<T, Component> drawing) {
        this(loader, wording, drawing);
        ask(work);
    }

    /**
     * Instead of what was asked before; that stays until the new outcome is there, if it is soon.
     *
     * @param work done in the background
     */
    public void ask(Callable<T> work) {
        asked = work;
        isDue = true;
        getUI().ifPresent(this::load);
    }

    /** Also told of every state; the last one wins. */
    public Slot<T> andTell(Consumer<TileState<T>> other) {
        this.listener = other;
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (isDue) {
            load(event.getUI());
        }
    }

    /** What nobody looks at any more shall not keep others waiting. */
    @Override
    protected void onDetach(DetachEvent event) {
        turn++;
        running.cancel(false);
    }

    /** Only the last attempt may show its outcome. */
    private void load(UI page) {
        Callable<T> work = asked;
        if (work == null) {
            return;
        }
        isDue = false;
        running.cancel(false);
        int mine = ++turn;
        running = loader.load(
                page,
                work,
                state -> {
                    if (mine == turn) {
                        show(state);
                    }
                },
                wording.say("load.busy"));
    }

    private void show(TileState<T> state) {
        getElement().setAttribute("aria-busy", Boolean.toString(state instanceof TileState.Loading));
        Component face = switch (state) {
            case TileState.Loading<T> _ -> skeleton();
            case TileState.Loaded<T> loaded -> drawing.apply(loaded.value());
            case TileState.Failed<T> failed -> failure(failed.reason().orElseGet(() -> wording.say("load.failed.log")));
        };
        Kept.only(this, List.of(face));
        listener.accept(state);
    }

    private static Component skeleton() {
        Div skeleton = new Div(new Div(), new Div(), new Div());
        skeleton.addClassName("skeleton");
        skeleton.getElement().setAttribute("aria-hidden", "true");
        return skeleton;
    }

    private Component failure(String reason) {
        NativeButton retry = new NativeButton(wording.say("load.retry"), event -> getUI().ifPresent(this::load));
        retry.addClassName("button");
        Paragraph why = new Paragraph(reason);
        why.addClassName("note");
        Div failure = new Div(new Paragraph(wording.say("load.failed")), why, retry);
        failure.addClassName("failure");
        failure.getElement().setAttribute("role", "alert");
        return failure;
    }
}
