package io.kakou.rtsp.onvif;

import io.kakou.rtsp.onvif.OnvifException.Code;
import io.kakou.rtsp.onvif.OnvifStreams.Lens;
import io.kakou.rtsp.onvif.OnvifStreams.Stream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a device where its streams are: Media2 (Profile T, which alone knows H.265), else Media (Profile S). */
public final class OnvifCamera {
    private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    private static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";
    private static final int MOST_LENSES = 64;

    private final OnvifAddress address;
    private final InstantSource clock;
    private final SoapCall call;
    private double offsetSeconds;

    /**
     * A device that was not asked yet.
     *
     * @param patienceSeconds for each answer; 8 is enough for a camera that is busy
     */
    public OnvifCamera(OnvifAddress address, double patienceSeconds, InstantSource clock) {
        this.address = address;
        this.clock = clock;
        this.call = new SoapCall(address, patienceSeconds, this::deviceTime);
    }

    /**
     * Asks for the time, the services, the profiles and each stream's address.
     *
     * @throws OnvifException in one line
     */
    public OnvifStreams find() throws OnvifException, InterruptedException {
        Double offset = clockOffset();
        offsetSeconds = offset == null ? 0 : offset;
        Map<String, URI> services = services();
        String space = services.containsKey(MEDIA2) ? MEDIA2 : MEDIA;
        URI media = services.get(space);
        if (media == null) {
            throw call.failure(Code.NO_STREAM, "it has no media service, at " + address);
        }
        return new OnvifStreams(lenses(media, space), offset);
    }

    private Instant deviceTime() {
        return clock.instant().plusMillis(Math.round(offsetSeconds * 1e3));
    }

    /** Open to everybody, because a token of another time is refused; some devices ask who we are all the same. */
    private @Nullable Double clockOffset() throws OnvifException, InterruptedException {
        try {
            XmlElement answer = call.askOpenly(address.service(), "<GetSystemDateAndTime xmlns=\"" + DEVICE + "\"/>");
            return answer.find("UTCDateTime").flatMap(this::offset).orElse(null);
        } catch (OnvifException e) {
            if (e.code() == Code.UNAUTHORIZED || e.code() == Code.REFUSED) {
                return null;
            }
            throw e;
        }
    }

    private Optional<Double> offset(XmlElement time) {
        try {
            LocalDateTime utc = LocalDateTime.of(
                    number(time, "Year"),
                    number(time, "Month"),
                    number(time, "Day"),
                    number(time, "Hour"),
                    number(time, "Minute"),
                    number(time, "Second"));
            long millis = utc.toInstant(ZoneOffset.UTC).toEpochMilli() - clock.millis();
            return Optional.of(millis / 1e3);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(XmlElement time, String name) {
        return Integer.parseInt(time.find(name).map(XmlElement::text).orElse(""));
    }

    /** Devices older than GetServices have GetCapabilities alone. */
    private Map<String, URI> services() throws OnvifException, InterruptedException {
        try {
            XmlElement answer = call.ask(
                    address.service(),
                    "<GetServices xmlns=\"" + DEVICE + "\"><IncludeCapability>false</IncludeCapability></GetServices>");
            Map<String, URI> services = new LinkedHashMap<>();
            answer.all("Service").forEach(service -> {
                String space = service.find("Namespace").map(XmlElement::text).orElse("");
                service.find("XAddr").flatMap(this::here).ifPresent(at -> services.putIfAbsent(space, at));
            });
            return services;
        } catch (OnvifException e) {
            if (e.code() != Code.REFUSED) {
                throw e;
            }
            return capabilities();
        }
    }

    private Map<String, URI> capabilities() throws OnvifException, InterruptedException {
        XmlElement answer = call.ask(
                address.service(),
                "<GetCapabilities xmlns=\"" + DEVICE + "\"><Category>Media</Category></GetCapabilities>");
        Optional<URI> media =
                answer.find("Media").flatMap(each -> each.find("XAddr")).flatMap(this::here);
        return media.isPresent() ? Map.of(MEDIA, media.get()) : Map.of();
    }

    /** The service's path at the host that was asked: behind address translation devices name another, or nobody's. */
    private Optional<URI> here(XmlElement address) {
        try {
            URI named = URI.create(address.text());
            return Optional.ofNullable(named.getRawPath())
                    .filter(path -> path.startsWith("/"))
                    .map(this.address.service()::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Lens> lenses(URI media, String space) throws OnvifException, InterruptedException {
        String question = space.equals(MEDIA2)
                ? "<GetProfiles xmlns=\"" + MEDIA2
                        + "\"><Type>VideoSource</Type><Type>VideoEncoder</Type></GetProfiles>"
                : "<GetProfiles xmlns=\"" + MEDIA + "\"/>";
        XmlElement answer = call.ask(media, question);
        Map<String, List<Profile>> bySource = new LinkedHashMap<>();
        answer.all("Profiles").flatMap(each -> Profile.of(each).stream()).forEach(each -> bySource.computeIfAbsent(
                        each.source(), source -> new ArrayList<>())
                .add(each));
        if (bySource.isEmpty()) {
            throw call.failure(Code.NO_STREAM, "it has no profile with video, at " + media);
        }
        List<Lens> lenses = new ArrayList<>();
        for (Map.Entry<String, List<Profile>> each : bySource.entrySet()) {
            if (lenses.size() < MOST_LENSES) {
                lenses.add(lens(each.getKey(), each.getValue(), media, space));
            }
        }
        return lenses;
    }

    private Lens lens(String source, List<Profile> profiles, URI media, String space)
            throws OnvifException, InterruptedException {
        Profile main = Profile.main(profiles);
        Profile sub = Profile.sub(profiles, main).orElse(null);
        return new Lens(source, stream(main, media, space), sub == null ? null : stream(sub, media, space));
    }

    /** Asked over RTSP with RTP in it; Media2 has done away with the set-up that Media wants. */
    private Stream stream(Profile profile, URI media, String space) throws OnvifException, InterruptedException {
        String token = "<ProfileToken>" + UsernameToken.escaped(profile.token()) + "</ProfileToken>";
        String question = space.equals(MEDIA2)
                ? "<GetStreamUri xmlns=\"" + MEDIA2 + "\"><Protocol>RTSP</Protocol>" + token + "</GetStreamUri>"
                : "<GetStreamUri xmlns=\"" + MEDIA + "\"><StreamSetup><Stream xmlns=\"" + SCHEMA
                        + "\">RTP-Unicast</Stream><Transport xmlns=\"" + SCHEMA
                        + "\"><Protocol>RTSP</Protocol></Transport></StreamSetup>" + token + "</GetStreamUri>";
        String uri = call.ask(media, question).find("Uri").map(XmlElement::text).orElse("");
        if (!uri.matches("(?i)rtsps?://[^\\s\\p{Cntrl}]+")) {
            throw call.failure(Code.NO_STREAM, "profile " + profile.token() + " has no RTSP address, at " + media);
        }
        return profile.at(atHost(uri));
    }

    /** The host that was asked, and no login: some devices put one in. */
    private String atHost(String uri) {
        String host = String.valueOf(address.service().getHost());
        return uri.replaceFirst("^([A-Za-z]+://)(?:[^/]*@)?(?:\\[[^]]*]|[^:/?]*)", "$1" + host.replace("$", "\\$"));
    }
}
