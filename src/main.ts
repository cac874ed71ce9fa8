figma.showUI(__html__, { width: 340, height: 620, themeColors: true });
