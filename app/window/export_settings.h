// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

#include "app/export/export_job.h"
#include "app/export/web/player_page.h"

namespace coroscope {

/// What the window shows when a picture is asked for.
struct Shown {
    timeline::ChartRequest chart;   ///< as painted, with its size
    QString name;                   ///< what a file is called if nothing else is said, without suffix
    formats::PageRequest page = {}; ///< the same runs, for a page that plays them
};

/// What the export dialog asks for. Remembered from one time to the next, all but the title.
struct ExportSettings {
    enum class Output { Png, Svg, Pdf, Apng, AnimatedSvg, Webp, Steps, Page };
    enum class Size { AsShown, Slide169, Slide43, Column, Custom };
    enum class Range { Whole, UntilNow, Visible };
    enum class Look { AsShown, Light, Dark, Print };

    Output output = Output::Png;
    Size size = Size::AsShown;
    QSize custom{1280, 720};
    int scale = 2;
    Look look = Look::AsShown;
    Range range = Range::Whole;
    double speed = 1;
    bool legend = true;
    bool table = false;
    bool console = false;
    bool notes = true;
    QString title;

    void read(const QSettings &settings);
    void write(QSettings &settings) const;

    [[nodiscard]] bool animated() const;
    /// Made of pixels.
    [[nodiscard]] bool raster() const
    {
        return output != Output::Svg && output != Output::Pdf && output != Output::AnimatedSvg
               && output != Output::Page;
    }
    /// What the name of the file ends in: "png"; empty for a folder.
    [[nodiscard]] QString suffix() const;
    /// The page as the dialog shows it, and as it is written.
    [[nodiscard]] timeline::SheetRequest sheetOf(const Shown &shown) const;
    /// Of all but a page.
    [[nodiscard]] formats::ExportTask taskOf(const Shown &shown, const QString &path) const;
};

} // namespace coroscope
