// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "app/cli/source.h"
#include "app/timeline/slice_frame.h"

namespace coroscope::cli {

/// A picture of another program's trace, as the arguments want it: from when to when, of which lanes, how large.
class TracePicture {
public:
    /// Throws Failure: bad usage.
    TracePicture(const Options &options, const Source &source);

    /// What is drawn; as high as its lanes need, unless a size is wanted. Needs a QGuiApplication.
    [[nodiscard]] timeline::SliceRequest request() const;
    /// On paper in millimetres; 0: 96 pixels an inch.
    [[nodiscard]] double width() const { return m_width; }

private:
    void readSize(const Options &options);
    void readRange(const Options &options);
    void readLanes(const Options &options);

    timeline::SliceRequest m_request;
    double m_width = 0;
    bool m_fitHeight = true;
};

/// What is for these pictures alone is not among the arguments. Throws Failure.
void refuseTraceOptions(const Options &options);

} // namespace coroscope::cli
