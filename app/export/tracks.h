// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeline/svg_element.h"

#include <list>
#include <vector>

namespace coroscope::formats {

/// An element of the pictures of a film, followed through time by its identity: told once, with where it is in each.
struct Track {
    timeline::SvgElement element; ///< as it is last; its hatch is as long as it ever gets
    std::size_t first = 0;        ///< pictures
    std::size_t last = 0;
    std::vector<std::array<double, 2>> along; ///< SvgElement::along, a picture from `first` on
    std::vector<QString> texts;               ///< likewise, where texts are followed
};

/// The scenes of a film differ little: a bar grows, the now-line moves, a pin appears. These are all elements of one
/// layer, in the order in which they are painted.
class Tracks {
public:
    /// Whether an element whose text changes is the same one.
    explicit Tracks(bool followsTexts) : m_followsTexts(followsTexts) {}

    /// The elements of the next picture.
    void add(std::vector<timeline::SvgElement> elements);

    [[nodiscard]] const std::list<Track> &all() const { return m_tracks; }

private:
    using Where = std::list<Track>::iterator;

    /// A picture, to find its elements again in.
    struct Shown {
        explicit Shown(std::vector<Where> shown);
        [[nodiscard]] std::size_t find(const timeline::SvgElement::Identity &id, std::size_t next) const;

        std::vector<Where> tracks;
        std::vector<timeline::SvgElement::Identity> ids;
        mutable std::vector<std::size_t> sorted; ///< by id; empty until it is needed
    };

    [[nodiscard]] bool goesOn(const Track &track, const timeline::SvgElement &element) const;
    [[nodiscard]] Track newTrack(const timeline::SvgElement &element) const;
    void append(Track &track, timeline::SvgElement element) const;

    bool m_followsTexts;
    std::size_t m_pictures = 0;
    std::list<Track> m_tracks;
    std::vector<Where> m_shown; ///< what was in the last picture
};

/// A value at a place: of time or along the film.
struct TrackPoint {
    double at;
    double value;
    bool exact = false; ///< it may not be missed, however little
};

/// As few points as describe the course: `tolerance` pixels may be missed but where a point is exact.
[[nodiscard]] std::vector<TrackPoint> simplified(const std::vector<TrackPoint> &points, double tolerance);

} // namespace coroscope::formats
