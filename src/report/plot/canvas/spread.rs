//! Moves labels apart along one axis, each as near as possible to where it wants to be.

/// Centres of labels which do not overlap: the arrangement with the least sum of squared shifts.
///
/// `wanted` are the wished centres, `lengths` the labels' extents along the axis (the same number of each). The
/// labels keep the order of their wishes (equal wishes: the order given) and stay between `low` and `high`. Where
/// all lengths together exceed the room, all shrink by the same factor: only then do labels overlap.
pub fn spread(wanted: &[f64], lengths: &[f64], low: f64, high: f64) -> Vec<f64> {
    let total: f64 = lengths.iter().sum();
    let room = (high - low).max(0.0);
    let shrink = if total > room { room / total } else { 1.0 };
    let mut order: Vec<usize> = (0..wanted.len().min(lengths.len())).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));

    // In a packed row label k stands at offset k plus a common shift; the wish of label k for that shift must
    // rise with k. Pooling neighbours whose wishes fall is the exact least-squares answer.
    let mut offsets = Vec::with_capacity(order.len());
    let mut end = 0.0;
    for &label in &order {
        let length = lengths[label] * shrink;
        offsets.push(end + length / 2.0);
        end += length;
    }
    let shifts = rising(order.iter().zip(&offsets).map(|(&label, offset)| wanted[label] - offset));
    let last = (high - end).max(low);
    let mut centers = vec![0.0; order.len()];
    for ((&label, offset), shift) in order.iter().zip(&offsets).zip(shifts) {
        centers[label] = offset + shift.clamp(low, last);
    }
    centers
}

/// The non-falling sequence nearest to `values` in least squares (pool adjacent violators).
fn rising(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for value in values {
        let mut pool = (value, 1);
        while let Some(&(mean, count)) = pools.last() {
            if mean <= pool.0 {
                break;
            }
            pools.pop();
            let all = count + pool.1;
            pool = ((mean * count as f64 + pool.0 * pool.1 as f64) / all as f64, all);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlaps(centers: &[f64], lengths: &[f64]) -> bool {
        let pairs = (0..centers.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        pairs.into_iter().any(|(a, b)| (centers[a] - centers[b]).abs() < (lengths[a] + lengths[b]) / 2.0 - 1e-9)
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&[20.0, 60.0], &[10.0, 10.0], 0.0, 100.0), [20.0, 60.0]);
    }

    #[test]
    fn equal_wishes_share_the_shift_and_keep_their_order() {
        let centers = spread(&[50.0, 50.0, 50.0], &[10.0; 3], 0.0, 100.0);
        assert_eq!(centers, [40.0, 50.0, 60.0]);
    }

    #[test]
    fn no_labels_overlap_and_none_leaves_the_room_whatever_the_wishes() {
        let mut state = 1u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as f64 / (1u64 << 31) as f64
        };
        for _ in 0..2000 {
            let count = 1 + (random() * 9.0) as usize;
            let wanted: Vec<f64> = (0..count).map(|_| random() * 400.0 - 50.0).collect();
            let lengths: Vec<f64> = (0..count).map(|_| 5.0 + random() * 25.0).collect();
            let centers = spread(&wanted, &lengths, 0.0, 300.0);
            assert!(!overlaps(&centers, &lengths));
            for (center, length) in centers.iter().zip(&lengths) {
                assert!(center - length / 2.0 >= -1e-9 && center + length / 2.0 <= 300.0 + 1e-9);
            }
        }
    }

    #[test]
    fn labels_without_enough_room_stay_inside_in_order() {
        let centers = spread(&[5.0, 5.0, 5.0], &[10.0; 3], 0.0, 15.0);
        assert_eq!(centers, [2.5, 7.5, 12.5]);
    }

    #[test]
    fn no_labels_need_no_room() {
        assert!(spread(&[], &[], 0.0, 0.0).is_empty());
    }
}
