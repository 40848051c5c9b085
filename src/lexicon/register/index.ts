export { type Fault, faultText } from '../data-file.ts';
export {
  type AddedPlaces,
  type AddOptions,
  addPlaces,
  PLACES_FOLDER,
  type PlacesCard,
} from '../gazetteer/user-places.ts';
export { withRegisterFiles } from './own.ts';
export { type AddedRegister, addRegister, checkRegisters, type Loaded, loadedOwn } from './tools.ts';
export { type Place, where } from './where.ts';
export { type Found, type Held, type RoleOut, type WhoAnswer, who } from './who.ts';
