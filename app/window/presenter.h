// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/panels/tables.h"
#include "app/playback/prediction.h"
#include "app/window/arrangement.h"

#include <optional>
#include <vector>

class QWidget;

namespace coroscope {

class Actions;
class Appearance;
class ChartWidget;
class ExplanationStrip;
class PredictBar;

/// Presenter mode: chart, sentence and now-line over the whole screen, in type that the last row can read. A key each
/// brings the source, the console or a table beside them; B blanks the screen. Off the screen the same keys go to those
/// panels.
class Presenter : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QWidget *window;
        QWidget *menu;
        Arrangement *arrangement;
        ChartWidget *chart;
        ExplanationStrip *explanation;
        PredictBar *predict;
        Tables *tables;
    };
    Presenter(const Parts &parts, Appearance &appearance, Prediction &prediction, QObject *parent = nullptr);

    [[nodiscard]] bool presenting() const { return m_presenting; }
    void setPresenting(bool presenting);
    /// Whether a program is written here: then its source and its console stand beside the chart.
    void setWritesCode(bool writes);
    void bring(Arrangement::Extra extra, std::optional<Tables::Tab> tab = {});
    [[nodiscard]] bool blank() const { return m_blank != nullptr; }
    void setBlank(bool blank);
    /// With questions before each switch, or without.
    void togglePrediction();
    void setPredicting(bool predicting);
    void addCommands(Actions &actions);

Q_SIGNALS:
    /// It takes the window, whatever form that has.
    void begins();
    void presentingChanged(bool presenting);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int readablePoints() const;
    void bringCode();

    Parts m_parts;
    Appearance &m_appearance;
    Prediction &m_prediction;
    QWidget *m_blank = nullptr;
    bool m_presenting = false;
    bool m_writesCode = false;
    bool m_wasMaximized = false;
    int m_points = 0; ///< the size of type before
};

} // namespace coroscope
