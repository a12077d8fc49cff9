/**
 * What an API answers, or a request that a script fills in: JSON data that has a getter and a setter for each of its fields
 * besides (`event.getId()`, `range.setSheetId(0)`), as the objects of the advanced services have.
 */
export class Resource {
  constructor(readonly data: object = {}) {}
}
