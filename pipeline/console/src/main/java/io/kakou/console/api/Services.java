package io.kakou.console.api;

import io.kakou.console.accounts.Accounts;
import io.kakou.console.accounts.LoginThrottle;
import io.kakou.console.accounts.Sessions;
import io.kakou.console.areas.Areas;
import io.kakou.console.blind.BlindPlaces;
import io.kakou.console.brakes.Brakes;
import io.kakou.console.cameras.CameraStates;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.clips.ClipReader;
import io.kakou.console.clips.Photos;
import io.kakou.console.clips.SearchPictures;
import io.kakou.console.door.AnalysisDoor;
import io.kakou.console.feed.Feed;
import io.kakou.console.incidents.Actions;
import io.kakou.console.incidents.Incidents;
import io.kakou.console.incidents.Openings;
import io.kakou.console.incidents.Units;
import io.kakou.console.lifts.LiftBoard;
import io.kakou.console.models.ModelUses;
import io.kakou.console.registry.Lifts;
import io.kakou.console.registry.Registry;
import io.kakou.console.search.Finder;
import io.kakou.console.search.Findings;
import io.kakou.console.search.PersonSightings;
import io.kakou.console.search.Searches;
import io.kakou.console.seat.Seats;
import io.kakou.console.storage.Storage;
import io.kakou.console.task.Dispatches;
import io.kakou.console.task.Reports;
import io.kakou.console.task.Tasks;
import io.kakou.console.trial.Trial;
import io.kakou.console.trucks.Trucks;
import io.kakou.console.views.Views;
import io.kakou.console.webhook.Deliveries;
import io.kakou.console.webhook.LinkMessages;
import io.kakou.events.secret.SecretBox;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The rooms behind the routes, started and closed by whoever assembles them. */
public record Services(
        People people,
        Street street,
        Room room,
        Watch watch,
        Held held,
        Media media,
        Outside outside,
        Search search,
        Trucks trucks,
        @Nullable Trial trial,
        InstantSource clock) {
    /** Who comes in. */
    public record People(Accounts accounts, Sessions sessions, LoginThrottle throttle, Views views) {}

    /** What is set up. */
    public record Street(
            Areas areas, Registry registry, Cameras cameras, CameraStates states, SecretBox secrets, Storage storage) {}

    /** What happens. */
    public record Room(Incidents incidents, Actions actions, Openings openings, Units units, Seats seats, Feed feed) {}

    /** What is not watched, by a person's word or because nothing is seen, and what looks by a person's word. */
    public record Watch(Brakes brakes, BlindPlaces blind, ModelUses models) {}

    /** The lifts whose doors are held. */
    public record Held(Lifts lifts, LiftBoard board) {}

    /** Who is searched for. */
    public record Search(
            Searches searches, Finder finder, PersonSightings sightings, Findings findings, SearchPictures pictures) {}

    /** What is looked at. */
    public record Media(ClipReader clips, AnalysisDoor door) {}

    /**
     * What leaves the building and comes back.
     *
     * @param throttle of links that open nothing
     */
    public record Outside(
            Links links,
            Dispatches dispatches,
            Tasks tasks,
            Reports reports,
            Photos photos,
            LinkMessages messages,
            Deliveries deliveries,
            LoginThrottle throttle) {}

    /**
     * Where links lead.
     *
     * @param address of the console for phones, or null: what whoever dispatches calls it by
     * @param call whom a phone is told to call, or null
     */
    public record Links(@Nullable String address, @Nullable String call) {}
}
