// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tracks.h"

#include <algorithm>
#include <numeric>
#include <utility>

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
    const Shown before(std::exchange(m_shown, {}));
    m_shown.reserve(elements.size());
    std::size_t next = 0;
    Where place = m_tracks.begin();
    for (SvgElement &element : elements) {
        const std::size_t at = before.find(element.id, next);
        const bool known = at < before.tracks.size();
        next = known ? at + 1 : next;
        const bool same = known && goesOn(*before.tracks[at], element);
        const Where track = same ? before.tracks[at] : m_tracks.insert(place, newTrack(element));
        append(*track, std::move(element));
        m_shown.push_back(track);
        place = std::next(track);
    }
    ++m_pictures;
}

/// Where an element was in the picture before: nearly always right behind the last one that was found. The number of
/// tracks when it was not there.
std::size_t Tracks::Shown::find(const SvgElement::Identity &id, std::size_t next) const
{
    if (next < tracks.size() && ids[next] == id)
        return next;
    if (sorted.empty()) {
        sorted.resize(tracks.size());
        std::iota(sorted.begin(), sorted.end(), std::size_t(0));
        std::ranges::sort(sorted, {}, [this](std::size_t i) { return ids[i]; });
    }
    const auto found = std::ranges::lower_bound(sorted, id, {}, [this](std::size_t i) { return ids[i]; });
    return found != sorted.end() && ids[*found] == id ? *found : tracks.size();
}

Tracks::Shown::Shown(std::vector<Where> shown) : tracks(std::move(shown))
{
    ids.reserve(tracks.size());
    for (const Where &track : tracks)
        ids.push_back(track->element.id);
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
