//! The figures: a plain struct of numbers each, which composes its scene.

pub(crate) mod acceptance;
pub(crate) mod bridge;
pub(crate) mod cash;
pub(crate) mod chain;
pub(crate) mod comparison;
pub(crate) mod courses;
pub(crate) mod curve;
pub(crate) mod fan;
pub(crate) mod forest;
pub(crate) mod frontier;
pub(crate) mod map;
pub(crate) mod markers;
pub(crate) mod maturity;
pub(crate) mod npv;
pub(crate) mod panels;
pub(crate) mod places;
pub(crate) mod quantiles;
pub(crate) mod ranking;
pub(crate) mod regions;
pub(crate) mod risk;
pub(crate) mod roi;
pub(crate) mod spikes;
pub(crate) mod steps;
pub(crate) mod tornado;
pub(crate) mod tracks;
