// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/timeline/scene.h"

namespace coroscope {

/// A page, as large as there is room for, with its shadow.
class PicturePreview : public QWidget {
    Q_OBJECT

public:
    explicit PicturePreview(QWidget *parent = nullptr);

    void show(timeline::Scene scene);
    [[nodiscard]] const timeline::Scene &scene() const { return m_scene; }

    [[nodiscard]] QSize sizeHint() const override { return {720, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    timeline::Scene m_scene;
};

} // namespace coroscope
