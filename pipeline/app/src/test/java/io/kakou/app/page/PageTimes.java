package io.kakou.app.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When things were seen on a page, noted by the page itself: a card when it stands in the document, a video when the
 * browser has composed its first frame (HTMLVideoElement.requestVideoFrameCallback). Its clock is this machine's.
 */
final class PageTimes {
    private static final String SCRIPT =
            """
            (() => {
              const kakou = (window.kakou = { cards: {}, opened: {}, clips: {}, asked: [], lives: [] });
              const now = () => performance.timeOrigin + performance.now();
              const known = new WeakSet();
              const painted = (video, then) => video.requestVideoFrameCallback((at, frame) =>
                then(performance.timeOrigin + Math.max(at, frame.expectedDisplayTime)));
              const shown = () => decodeURIComponent(location.hash.split("/")[2] ?? "");
              const look = () => {
                for (const card of document.querySelectorAll("a.incident")) {
                  const id = decodeURIComponent(card.getAttribute("href").split("/")[2]);
                  kakou.cards[id] ??= now();
                }
                for (const video of document.querySelectorAll(".view video")) {
                  if (known.has(video)) continue;
                  known.add(video);
                  if (video.closest(".live")) {
                    painted(video, (at) => kakou.lives.push(at));
                  } else {
                    const id = shown();
                    kakou.opened[id] ??= now();
                    painted(video, (at) => (kakou.clips[id] ??= at));
                  }
                }
              };
              new MutationObserver(look).observe(document, { childList: true, subtree: true });
              window.addEventListener("keydown", (press) => {
                if (press.code === "KeyL") kakou.asked.push(performance.timeOrigin + press.timeStamp);
              }, true);
            })();
            """;

    private final Page page;

    private PageTimes(Page page) {
        this.page = page;
    }

    /** Has every page that is opened from now on note its times. */
    static void noteIn(BrowserContext context) {
        context.addInitScript(SCRIPT);
    }

    static PageTimes of(Page page) {
        return new PageTimes(page);
    }

    /** Waits until this many incidents' clips were painted. */
    void awaitClips(int count) {
        page.waitForFunction("n => Object.keys(kakou.clips).length >= n", count);
    }

    /** Waits until live pictures were painted this often. */
    void awaitLives(int count) {
        page.waitForFunction("n => kakou.lives.length >= n", count);
    }

    /** When each incident's card stood in the list. */
    Map<String, Instant> cards() {
        return times("cards");
    }

    /** When each incident was opened. */
    Map<String, Instant> opened() {
        return times("opened");
    }

    /** When the first frame of each incident's clip was painted. */
    Map<String, Instant> clips() {
        return times("clips");
    }

    /** From each press of the key to the first frame of the live picture, seconds. */
    List<Double> livesAfterKey() {
        @SuppressWarnings("unchecked") // What the expression gives.
        List<Number> found =
                (List<Number>) page.evaluate("() => kakou.lives.map((at, i) => (at - kakou.asked[2 * i]) / 1000)");
        return found.stream().map(Number::doubleValue).toList();
    }

    private Map<String, Instant> times(String what) {
        @SuppressWarnings("unchecked") // What the expression gives.
        Map<String, Number> found = (Map<String, Number>)
                Optional.ofNullable(page.evaluate("what => kakou[what]", what)).orElseThrow();
        Map<String, Instant> times = new HashMap<>();
        found.forEach((id, at) -> times.put(id, Instant.ofEpochMilli(0).plusNanos(Math.round(at.doubleValue() * 1e6))));
        return times;
    }
}
