/** Why an item was never checked: nobody was there, or it was 不适用 each time. */
export const neverReasons = ['notPatrolled', 'notApplicable'] as const;
