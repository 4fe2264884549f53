// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/animated_svg.h"

#include "app/export/svg_item.h"
#include "app/timeline/svg_text.h"
#include "app/timeline/theme.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <list>

namespace coroscope::formats {

// The scenes of a film differ little: a bar grows, the now-line moves, a pin appears. So each
// element of the pictures is followed through time (a track), written once, and told when it is
// visible and how its horizontal attributes move. Where the motion is even, only its ends are
// written: a bar that grows for a second is one line of text, whatever the rate of the film.
//
// The document is a function of the scenes alone. Frame by frame it shows what they show.

namespace {

using std::chrono::milliseconds;

constexpr double kNear = 120;       ///< pixels an element moves at most from one picture to the next
constexpr double kTolerance = 0.75; ///< positions are whole pixels: what moves evenly has steps of one

struct Track {
    SvgItem item; ///< as it is last
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<std::vector<double>> values; ///< a variable, a picture from `first` on
};
using Tracks = std::list<Track>;

struct Key {
    double time; ///< share of the film
    double value;
};

/// As few points as describe the course within the tolerance: from each kept point on, the slopes
/// that meet all points so far narrow down until they exclude each other.
std::vector<Key> simplified(const std::vector<Key> &keys)
{
    std::vector<Key> kept{keys.front()};
    double low = -1e300;
    double high = 1e300;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        const Key &from = kept.back();
        const double distance = keys[i].time - from.time;
        const double slope = (keys[i].value - from.value) / distance;
        if (slope < low || slope > high) {
            kept.push_back(keys[i - 1]);
            const double next = keys[i].time - keys[i - 1].time;
            low = (keys[i].value - kTolerance - keys[i - 1].value) / next;
            high = (keys[i].value + kTolerance - keys[i - 1].value) / next;
            continue;
        }
        low = std::max(low, (keys[i].value - kTolerance - from.value) / distance);
        high = std::min(high, (keys[i].value + kTolerance - from.value) / distance);
    }
    if (keys.size() > 1)
        kept.push_back(keys.back());
    return kept;
}

/// Only where it changes.
std::vector<Key> changes(const std::vector<Key> &keys)
{
    std::vector<Key> kept;
    for (const Key &key : keys) {
        if (kept.empty() || kept.back().value != key.value)
            kept.push_back(key);
    }
    return kept;
}

class AnimatedSvgWriter : public FilmWriter {
public:
    AnimatedSvgWriter(bool smooth, QString title) : m_smooth(smooth), m_title(std::move(title)) {}

    bool add(const timeline::Scene &scene, milliseconds duration) override
    {
        if (m_begins.empty()) {
            m_size = scene.size;
            m_background = scene.background;
            m_layers.resize(scene.layers.size());
        }
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            follow(m_layers[i], svgItems(scene.layers[i]));
        m_begins.push_back(m_length);
        m_length += duration.count();
        return true;
    }

    QByteArray finish() override
    {
        if (m_begins.empty())
            return {};
        begin();
        for (const Tracks &layer : m_layers) {
            for (const Track &track : layer)
                write(track);
        }
        return m_out + "</svg>\n";
    }

private:
    using Where = Tracks::iterator;

    /// Finds for each element the track it continues: the one that stands exactly there, else the
    /// nearest; or begins one, behind the element painted before it.
    void follow(Tracks &tracks, std::vector<SvgItem> items)
    {
        const std::size_t frame = m_begins.size();
        QHash<QByteArray, std::vector<Where>> alive;
        for (Where track = tracks.begin(); track != tracks.end(); ++track) {
            if (track->last + 1 == frame)
                alive[track->item.key()].push_back(track);
        }
        std::vector<Where> found(items.size(), tracks.end());
        for (const double reach : {0.0, kNear}) {
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (found[i] == tracks.end())
                    found[i] = take(alive, items[i], reach, tracks.end());
            }
        }
        Where place = tracks.begin();
        for (std::size_t i = 0; i < items.size(); ++i) {
            Where track = found[i];
            if (track == tracks.end())
                track = tracks.insert(
                    place, Track{items[i], frame, frame, std::vector<std::vector<double>>(items[i].variables.size())});
            append(*track, std::move(items[i]), frame);
            place = std::next(track);
        }
    }

    static Where take(QHash<QByteArray, std::vector<Where>> &alive, const SvgItem &item, double reach, Where none)
    {
        const auto candidates = alive.find(item.key());
        if (candidates == alive.end() || candidates->empty())
            return none;
        const auto distance = [&item](const Where &track) {
            double most = 0;
            for (std::size_t i = 0; i < item.variables.size(); ++i) {
                const bool size =
                    qstrcmp(item.variables[i].name, "width") == 0 || qstrcmp(item.variables[i].name, "x2") == 0;
                const double moved = std::abs(item.variables[i].value - track->item.variables[i].value);
                most += size ? moved / 1000 : moved; // what begins at the same place is the same
            }
            return most;
        };
        const auto nearest =
            std::min_element(candidates->begin(), candidates->end(),
                             [&](const Where &a, const Where &b) { return distance(a) < distance(b); });
        if (distance(*nearest) > reach)
            return none;
        const Where track = *nearest;
        candidates->erase(nearest);
        return track;
    }

    static void append(Track &track, SvgItem item, std::size_t frame)
    {
        for (std::size_t i = 0; i < item.variables.size(); ++i)
            track.values[i].push_back(item.variables[i].value);
        track.item = std::move(item);
        track.last = frame;
    }

    void begin()
    {
        m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
        timeline::appendAttribute(m_out, " width=\"", m_size.width());
        timeline::appendAttribute(m_out, " height=\"", m_size.height());
        m_out += " viewBox=\"0 0 ";
        timeline::appendNumber(m_out, m_size.width());
        m_out += ' ';
        timeline::appendNumber(m_out, m_size.height());
        m_out += "\" font-family=\"" + timeline::fontFamily().toUtf8() + ", sans-serif\">\n";
        if (!m_title.isEmpty()) {
            m_out += "<title>";
            timeline::appendEscaped(m_out, m_title);
            m_out += "</title>\n";
        }
        m_out += "<rect width=\"100%\" height=\"100%\"";
        timeline::appendAttribute(m_out, " fill=\"", m_background);
        m_out += "/>\n";
    }

    [[nodiscard]] double share(std::size_t frame) const
    {
        return static_cast<double>(m_begins[frame]) / static_cast<double>(m_length);
    }

    void write(const Track &track)
    {
        const SvgItem &item = track.item;
        m_out += item.start;
        for (const SvgItem::Variable &variable : item.variables)
            timeline::appendAttribute(m_out, QByteArray(" ").append(variable.name).append("=\"").constData(),
                                      variable.value);
        const std::size_t end = m_begins.size() - 1;
        if (track.last < end)
            m_out += " visibility=\"hidden\"";
        m_out += '>';
        m_out += item.inside;
        if (track.first > 0 || track.last < end)
            writeVisibility(track);
        for (std::size_t i = 0; i < item.variables.size(); ++i)
            writeMotion(track, item.variables[i].name, track.values[i]);
        m_out += QByteArray("</") + item.tag + ">\n";
    }

    void writeVisibility(const Track &track)
    {
        QByteArray times("0");
        QByteArray values(track.first > 0 ? "hidden" : "visible");
        if (track.first > 0) {
            times += ';' + timeOf(share(track.first));
            values += ";visible";
        }
        if (track.last + 1 < m_begins.size()) {
            times += ';' + timeOf(share(track.last + 1));
            values += ";hidden";
        }
        animate("visibility", "discrete", times, values);
    }

    void writeMotion(const Track &track, const char *name, const std::vector<double> &values)
    {
        if (std::equal(values.begin() + 1, values.end(), values.begin()))
            return;
        std::vector<Key> keys;
        if (track.first > 0)
            keys.push_back({0, values.front()});
        for (std::size_t i = 0; i < values.size(); ++i)
            keys.push_back({share(track.first + i), values[i]});
        keys = m_smooth ? simplified(keys) : changes(keys);
        if (m_smooth)
            keys.push_back({1, keys.back().value});
        QByteArray times;
        QByteArray course;
        for (const Key &key : keys) {
            times += (times.isEmpty() ? "" : ";") + timeOf(key.time);
            course += course.isEmpty() ? "" : ";";
            timeline::appendNumber(course, key.value);
        }
        animate(name, m_smooth ? "linear" : "discrete", times, course);
    }

    static QByteArray timeOf(double share)
    {
        return share <= 0 ? "0" : share >= 1 ? "1" : QByteArray::number(share, 'f', 6);
    }

    void animate(const char *name, const char *mode, const QByteArray &times, const QByteArray &values)
    {
        m_out += QByteArray("<animate attributeName=\"") + name + "\" calcMode=\"" + mode + "\" dur=\""
                 + QByteArray::number(static_cast<qlonglong>(m_length)) + "ms\" repeatCount=\"indefinite\" keyTimes=\""
                 + times + "\" values=\"" + values + "\"/>";
    }

    bool m_smooth;
    QString m_title;
    QSizeF m_size;
    QColor m_background;
    std::vector<Tracks> m_layers;
    std::vector<std::int64_t> m_begins; ///< of the pictures, in milliseconds
    std::int64_t m_length = 0;
    QByteArray m_out;
};

} // namespace

std::unique_ptr<FilmWriter> animatedSvgWriter(bool smooth, const QString &title)
{
    return std::make_unique<AnimatedSvgWriter>(smooth, title);
}

} // namespace coroscope::formats
