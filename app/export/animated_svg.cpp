// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/animated_svg.h"

#include "app/export/tracks.h"
#include "app/timeline/svg_text.h"
#include "app/timeline/theme.h"

#include <algorithm>
#include <cmath>

namespace coroscope::formats {

// The scenes of a film differ little: a bar grows, the now-line moves, a pin appears. So each
// element of the pictures is followed through time by its key (a track), written once, and told when it is
// visible and how its horizontal attributes move. Where the motion is even, only its ends are
// written: a bar that grows for a second is one line of text, whatever the rate of the film.
//
// The document is a function of the scenes alone. Frame by frame it shows what they show.

namespace {

using std::chrono::milliseconds;

constexpr double kTolerance = 0.75; ///< positions are whole pixels: what moves evenly has steps of one

/// Only where it changes.
std::vector<TrackPoint> changes(const std::vector<TrackPoint> &points)
{
    std::vector<TrackPoint> kept;
    for (const TrackPoint &point : points) {
        if (kept.empty() || kept.back().value != point.value)
            kept.push_back(point);
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
            m_layers.resize(scene.layers.size(), Tracks(false)); // SMIL changes no text
        }
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            m_layers[i].add(timeline::svgElements(scene.layers[i]));
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
            for (const Track &track : layer.all())
                write(track);
        }
        return m_out + "</svg>\n";
    }

private:
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
        if (track.element.hatch)
            writeHatch(track);
        else
            writeElement(track, track.element.id.tag);
    }

    /// All the stripes there ever are, behind a rectangle that grows.
    void writeHatch(const Track &track)
    {
        const QByteArray name = "h" + QByteArray::number(m_hatches++);
        m_out += "<clipPath id=\"" + name + "\">\n";
        writeElement(track, timeline::SvgElement::Tag::Rect);
        m_out += "</clipPath>\n<path clip-path=\"url(#" + name + ")\" d=\"";
        timeline::appendAttribute(m_out, (timeline::stripesPath(*track.element.hatch) + "\" fill=\"").constData(),
                                  track.element.fill);
        endElement(track, "path", 0);
    }

    void writeElement(const Track &track, timeline::SvgElement::Tag tag)
    {
        const timeline::SvgElement &element = track.element;
        m_out += QByteArray("<") + timeline::tagName(tag);
        if (element.fill.isValid() && !element.hatch)
            timeline::appendAttribute(m_out, " fill=\"", element.fill);
        if (element.stroke.isValid())
            timeline::appendAttribute(m_out, " stroke=\"", element.stroke);
        m_out += element.look + element.geometry;
        const std::size_t moving = element.moving();
        for (std::size_t i = 0; i < moving; ++i)
            timeline::appendAttribute(m_out, QByteArray(" ").append(element.names()[i]).append("=\"").constData(),
                                      element.along[i]);
        endElement(track, timeline::tagName(tag), moving);
    }

    /// `moving`: how many of its attributes move.
    void endElement(const Track &track, const char *tag, std::size_t moving)
    {
        const std::size_t end = m_begins.size() - 1;
        if (track.last < end)
            m_out += " visibility=\"hidden\"";
        m_out += '>';
        timeline::appendEscaped(m_out, track.element.text);
        if (track.first > 0 || track.last < end)
            writeVisibility(track);
        for (std::size_t i = 0; i < moving; ++i)
            writeMotion(track, i);
        m_out += QByteArray("</") + tag + ">\n";
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

    void writeMotion(const Track &track, std::size_t which)
    {
        const double first = track.along.front()[which];
        if (std::all_of(track.along.begin(), track.along.end(),
                        [&](const auto &along) { return along[which] == first; }))
            return;
        std::vector<TrackPoint> points;
        if (track.first > 0)
            points.push_back({0, first});
        for (std::size_t i = 0; i < track.along.size(); ++i)
            points.push_back({share(track.first + i), track.along[i][which]});
        points = m_smooth ? simplified(points, kTolerance) : changes(points);
        if (m_smooth)
            points.push_back({1, points.back().value});
        QByteArray times;
        QByteArray course;
        for (const TrackPoint &point : points) {
            times += (times.isEmpty() ? "" : ";") + timeOf(point.at);
            course += course.isEmpty() ? "" : ";";
            timeline::appendNumber(course, point.value);
        }
        animate(track.element.names()[which], m_smooth ? "linear" : "discrete", times, course);
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
    std::size_t m_hatches = 0;
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
