// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tracks.h"

#include <algorithm>

namespace coroscope::formats {

using timeline::SvgElement;

bool Tracks::goesOn(const Track &track, const SvgElement &element) const
{
    const SvgElement &before = track.element;
    return before.geometry == element.geometry && before.looksLike(element)
           && (m_followsTexts || before.text == element.text);
}

/// An element that is new comes behind the one painted before it.
void Tracks::add(std::vector<SvgElement> elements)
{
    std::map<SvgElement::Identity, Where> alive;
    Where place = m_tracks.begin();
    for (SvgElement &element : elements) {
        const auto known = m_alive.find(element.id);
        Where track = known != m_alive.end() && goesOn(*known->second, element) ? known->second : m_tracks.end();
        if (track == m_tracks.end())
            track = m_tracks.insert(place, newTrack(element));
        const SvgElement::Identity id = element.id;
        append(*track, std::move(element));
        alive.insert_or_assign(id, track);
        place = std::next(track);
    }
    m_alive = std::move(alive);
    ++m_pictures;
}

Track Tracks::newTrack(const SvgElement &element) const
{
    Track track;
    track.element = element;
    track.first = m_pictures;
    return track;
}

void Tracks::append(Track &track, SvgElement element) const
{
    if (element.hatch && track.element.hatch)
        element.hatch->rect |= track.element.hatch->rect;
    track.along.push_back(element.along);
    if (m_followsTexts && element.id.tag == SvgElement::Tag::Text)
        track.texts.push_back(element.text);
    track.element = std::move(element);
    track.last = m_pictures;
}

/// From each kept point on, the slopes that meet all points so far narrow down until they exclude each other.
std::vector<TrackPoint> simplified(const std::vector<TrackPoint> &points, double tolerance)
{
    constexpr double kExactly = 0.01;
    std::vector<TrackPoint> kept{points.front()};
    double low = -1e300;
    double high = 1e300;
    const auto narrow = [&](const TrackPoint &from, const TrackPoint &to) {
        const double slack = to.exact ? kExactly : tolerance;
        low = std::max(low, (to.value - slack - from.value) / (to.at - from.at));
        high = std::min(high, (to.value + slack - from.value) / (to.at - from.at));
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double slope = (points[i].value - kept.back().value) / (points[i].at - kept.back().at);
        if (slope < low || slope > high) {
            kept.push_back(points[i - 1]);
            low = -1e300;
            high = 1e300;
        }
        narrow(kept.back(), points[i]);
    }
    if (points.size() > 1)
        kept.push_back(points.back());
    return kept;
}

} // namespace coroscope::formats
